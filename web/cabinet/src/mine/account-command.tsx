/** The form of a command of the account. Its fields are called as the API calls them; whom it is about is chosen by number. */
import type { Account, Command } from '../../../shared/client.ts';
import { CommandForm } from '../../../shared/command-form.tsx';
import type { BodySchema, Values } from '../../../shared/form-fields.ts';
import type { Proof } from '../../../shared/proof-field.tsx';
import { ProofField } from '../../../shared/proof-field.tsx';
import { SettingContext, useLoaded, useSetting } from '../../../shared/setting.ts';
import { tariffs } from './api.ts';
import { namedByApi } from './named-by-api.ts';

interface Given {
  command: Command;
  account: Account;
  onClose(): void;
  onDone(): void;
}

interface Option {
  id: string;
  name: string;
  /** What else the choice fills in. */
  also?: Values;
}

const takes = ({ input }: Command, name: string): boolean => name in ((input as BodySchema).properties ?? {});

export function AccountCommand({ command, account, onClose, onDone }: Given) {
  const setting = useSetting();
  const show = choiceOf(command, account);
  return (
    <SettingContext.Provider value={namedByApi(setting, command.input as BodySchema)}>
      <CommandForm {...{ command, onClose, onDone, first: account, ...(show && { choice: show }) }} stateName={account.stateName} />
    </SettingContext.Provider>
  );
}

type Choice = NonNullable<Parameters<typeof CommandForm>[0]['choice']>;

function choiceOf(command: Command, { members, invitations }: Account): Choice | undefined {
  if (takes(command, 'proof'))
    return {
      names: ['proof'],
      show: (values, change) => <ProofField purpose="close" onChange={(proof: Proof | undefined) => change({ ...values, proof })} />,
    };
  const among = (name: string, options: Option[]): Choice => ({
    names: [name],
    show: (values, change) => <Options {...{ name, options, values, change }} />,
  });
  if (takes(command, 'person'))
    return among(
      'person',
      members.map(({ person, number, roles }) => ({ id: person, name: number, ...(takes(command, 'roles') && { also: { roles } }) })),
    );
  if (takes(command, 'invitation'))
    return among(
      'invitation',
      invitations.map(({ id, number }) => ({ id, name: number })),
    );
  if (takes(command, 'plan')) return { names: ['plan'], show: (values, change) => <Plans {...{ values, change }} /> };
  return undefined;
}

interface GivenOptions {
  name: string;
  options: Option[];
  values: Values;
  change(values: Values): void;
}

function Options({ name, options, values, change }: GivenOptions) {
  const { speech } = useSetting();
  return (
    <fieldset id={`field-${name}`} tabIndex={-1}>
      <legend>{speech.fieldName(name)}</legend>
      {options.map(({ id, name: words, also }) => (
        <label key={id} class="choice">
          <input type="radio" name={name} checked={values[name] === id} onChange={() => change({ ...values, ...also, [name]: id })} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Plans({ values, change }: Pick<GivenOptions, 'values' | 'change'>) {
  const { api, speech } = useSetting();
  const { data } = useLoaded('tariffs', () => tariffs(api));
  if (data === undefined) return <p role="status">{speech.say('loading')}</p>;
  const options = data.inForce.plans.map(({ code, name, words }) => ({ id: code, name: `${name}: ${words.join('; ')}` }));
  return <Options {...{ name: 'plan', options, values, change }} />;
}
