/** The profile that others read of a contractor. It is a command of the account's menu, with fields of its own. */
import type { Account, Command } from '../../../shared/client.ts';
import { DraftForm } from '../../../shared/draft-form.tsx';
import type { BodySchema } from '../../../shared/form-fields.ts';
import { field, typedOf } from '../../../shared/form-fields.ts';
import { Heading } from '../../../shared/heading.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { SettingContext, useLoaded, useSetting } from '../../../shared/setting.ts';
import { ADDRESSES, go } from '../address.ts';
import { namedByApi } from './named-by-api.ts';

const required = { isRequired: true };

const FIELDS = [
  field('profile', 'group', {
    ...required,
    fields: [
      field('headline', 'line', { ...required, mostLetters: 200 }),
      field('about', 'text', { mostLetters: 5_000 }),
      field('photo', 'file'),
      field('skills', 'categories'),
      field('places', 'places'),
      field('languages', 'choices', { choices: ['kk', 'ru', 'en'] }),
      field('services', 'list', {
        fields: [
          field('title', 'line', { ...required, mostLetters: 200 }),
          field('about', 'text', { mostLetters: 2_000 }),
          field('unit', 'line', { mostLetters: 30 }),
          field('priceFrom', 'sum'),
        ],
      }),
      field('portfolio', 'list', {
        fields: [field('file', 'file', required), field('caption', 'line', { ...required, mostLetters: 300 })],
      }),
    ],
  }),
];

export function ProfilePage() {
  const { api, speech } = useSetting();
  const { data, error } = useLoaded('account', api.me);
  const command = data?.commands.find(({ name }) => name === 'describe');
  return (
    <div class="stack">
      <Heading word="profile" />
      <Problem error={error} speech={speech} />
      {data?.profile?.contactsHidden && <p class="note">{data.profile.contactsHidden}</p>}
      {data && (command ? <Form account={data} command={command} /> : <p>{speech.say('noProfile')}</p>)}
    </div>
  );
}

function Form({ account, command }: { account: Account; command: Command }) {
  const setting = useSetting();
  const { profile } = account;
  return (
    <SettingContext.Provider value={namedByApi(setting, command.input as BodySchema)}>
      <DraftForm
        of={`profile ${account.id}`}
        fields={FIELDS}
        first={profile === null ? {} : typedOf(FIELDS, { profile })}
        submit="save"
        send={(body, key) => setting.api.give(command, body, key)}
        onDone={() => go(ADDRESSES.account)}
      />
    </SettingContext.Provider>
  );
}
