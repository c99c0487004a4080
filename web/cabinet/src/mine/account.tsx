/** One's own account: what it still needs, what can be done with it, who acts for it, and what would be kept if it were closed. */
import { useState } from 'preact/hooks';
import type { Account, Command } from '../../../shared/client.ts';
import { Facts } from '../../../shared/facts.tsx';
import { Title } from '../../../shared/heading.tsx';
import { momentInWords } from '../../../shared/language.ts';
import { Menu } from '../../../shared/menu.tsx';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSetting } from '../../../shared/setting.ts';
import { Silence } from '../../../shared/silence.tsx';
import type { Word } from '../../../shared/words.ts';
import { ADDRESSES, go } from '../address.ts';
import { NextSteps } from '../entry/next-steps.tsx';
import { AccountCommand } from './account-command.tsx';

export function AccountPage() {
  const { api, speech } = useSetting();
  const { data: account, error, reload } = useLoaded('account', api.me);
  const [chosen, choose] = useState<Command>();
  if (error !== undefined) return <Problem error={error} speech={speech} />;
  if (account === undefined) return <p role="status">{speech.say('loading')}</p>;
  const give = (command: Command): void => (command.name === 'describe' ? go(ADDRESSES.profile) : choose(command));
  const isReady = account.mayBegin && account.offer?.next === null;
  return (
    <article class="stack">
      <div>
        <Title>{account.name}</Title>
        <div class="row soft">
          <span class="badge">{account.stateName}</span>
          <span>{[account.kind, ...account.roles].map(speech.choiceName).join(' · ')}</span>
        </div>
      </div>
      <p role="status" class="waits">
        {isReady ? speech.say('mayBegin') : account.waits}
      </p>
      <Trouble account={account} />
      <NextSteps account={account} onChoose={give} />
      <Places account={account} />
      <Menu commands={account.commands} onChoose={give} />
      <Silence ifNobodyActs={account.ifNobodyActs} silence={account.silence} title="ifNobodyActs" />
      <Details account={account} />
      <Members account={account} />
      <Retention account={account} />
      {chosen && <AccountCommand key={chosen.name} command={chosen} account={account} onClose={() => choose(undefined)} onDone={reload} />}
    </article>
  );
}

/** What stands against the account. */
function Trouble({ account: { sanction, report, identity } }: { account: Account }) {
  const { language, say } = useSetting().speech;
  return (
    <>
      {sanction && (
        <section class="note bad">
          <h2>{say('sanction')}</h2>
          <p>{sanction.reasons ?? say('reasonsNotTold')}</p>
          <p>
            {say('appealUntil')} {momentInWords(language, sanction.appealUntil)}
          </p>
          {sanction.appeal && (
            <p>
              {say(sanction.appeal.refused ? 'appealRefused' : 'appealDecided')} {momentInWords(language, sanction.appeal.decideBy)}
            </p>
          )}
        </section>
      )}
      {report !== null && (
        <section class="note bad">
          <h2>{say('accessReported')}</h2>
          <p>{report}</p>
        </section>
      )}
      {identity.displaced && <p class="note bad">{say('displaced')}</p>}
    </>
  );
}

type Place = [address: string, word: Word];

/** Where the rest of one's own things is. */
function Places({ account }: { account: Account }) {
  const { say } = useSetting().speech;
  const ofContractor: Place[] = [
    [ADDRESSES.profile, 'profile'],
    [ADDRESSES.qualifications, 'qualifications'],
    [ADDRESSES.starts, 'starts'],
    [ADDRESSES.payoutDetails, 'payoutDetails'],
  ];
  const places: Place[] = [
    [ADDRESSES.details, 'details'],
    [ADDRESSES.requisites, 'requisites'],
    [ADDRESSES.accession, 'offer'],
    ...(account.contractor === null ? [] : ofContractor),
    [ADDRESSES.searches, 'savedSearches'],
    [ADDRESSES.notices, 'accountNotices'],
    [ADDRESSES.screen, 'screenNotices'],
    [ADDRESSES.security, 'security'],
    [ADDRESSES.accounts, 'otherAccounts'],
    ...(account.verification === null ? [] : ([[ADDRESSES.verification(account.verification), 'showDocuments']] satisfies Place[])),
  ];
  return (
    <nav class="row" aria-label={say('ownPages')}>
      {places.map(([to, word]) => (
        <a key={to} href={to}>
          {say(word)}
        </a>
      ))}
    </nav>
  );
}

function Details({ account }: { account: Account }) {
  const { say, choiceName } = useSetting().speech;
  const { tax } = account;
  return (
    <section aria-labelledby="details">
      <h2 id="details">{say('details')}</h2>
      <Facts
        facts={[
          [say('identifier'), account.identifier && `${account.identifier}. ${account.identity.words}`],
          [say('email'), account.email],
          [say('wayOfPayment'), account.payment && choiceName(account.payment)],
          [say('contractorPays'), account.contractorPays],
          [
            say('taxStatus'),
            tax && [choiceName(tax.status), tax.exemption && choiceName(tax.exemption), tax.until].filter(Boolean).join(' · '),
          ],
          [say('payFees'), account.newTasks?.limited ? account.newTasks.payTo : null],
        ]}
      />
    </section>
  );
}

function Members({ account: { members, invitations } }: { account: Account }) {
  const { language, say, choiceName } = useSetting().speech;
  return (
    <section aria-labelledby="members">
      <h2 id="members">{say('members')}</h2>
      <ul class="lines">
        {members.map(({ person, number, roles }) => (
          <li key={person} class="row spread">
            <span>{number}</span>
            <span class="soft">{roles.map(choiceName).join(', ')}</span>
          </li>
        ))}
        {invitations.map(({ id, number, roles, until }) => (
          <li key={id} class="row spread">
            <span>
              {number} <span class="badge">{say('invited')}</span>
            </span>
            <span class="soft">
              {roles.map(choiceName).join(', ')} · {say('validUntil')} {momentInWords(language, until)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a close erases and keeps. */
function Retention({ account: { retention } }: { account: Account }) {
  const { language, say } = useSetting().speech;
  return (
    <details>
      <summary>{say('retention')}</summary>
      <dl>
        {retention.map(({ what, until, why }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {until === null ? say('erasedAtOnce') : `${say('keptUntil')} ${momentInWords(language, until)}`}. {why}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
