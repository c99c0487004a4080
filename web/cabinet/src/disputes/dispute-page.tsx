/** One dispute: the claim, the answer and the offers, what may be done, and what the sides write to each other. */
import type { ComponentChildren } from 'preact';
import type { Command } from '../../../shared/client.ts';
import { Facts } from '../../../shared/facts.tsx';
import type { Values } from '../../../shared/form-fields.ts';
import { dayInWords, momentInWords, sumInWords } from '../../../shared/language.ts';
import { useSetting } from '../../../shared/setting.ts';
import { ADDRESSES } from '../address.ts';
import { LifePage } from '../lives/life-page.tsx';
import { Threads } from '../tasks/thread.tsx';
import type { Dispute } from './api.ts';

/** What a command names by its version: a new offer the next one, an answer the one that was read. */
function readOf({ offers, instruction, courtAct }: Dispute, { name }: Command): Values {
  const last = offers.at(-1)?.version ?? 0;
  if (name === 'offer') return { version: last + 1 };
  if (name === 'accept-offer' || name === 'decline-offer') return { version: last };
  if (name === 'confirm-instruction') return { version: instruction?.version };
  if (name === 'object-to-court-act') return { version: courtAct?.version };
  return {};
}

export function DisputePage({ id }: { id: string }) {
  const { speech, account } = useSetting();
  const { say } = speech;
  return (
    <LifePage<Dispute>
      at={`/v1/disputes/${id}`}
      papersOf={`dispute/${id}`}
      title={({ number }) => `${say('claim')} №\u00a0${number}`}
      read={readOf}
      after={(dispute) => <Threads about="dispute" id={id} side={account === dispute.customer ? 'customer' : 'contractor'} />}
    >
      {(dispute) => (
        <>
          <WhatIsClaimed dispute={dispute} />
          <WhatWasSaid dispute={dispute} />
        </>
      )}
    </LifePage>
  );
}

function WhatIsClaimed({ dispute }: { dispute: Dispute }) {
  const { speech } = useSetting();
  const { say, language } = speech;
  const { task, claimant, against, about, amount, admitted, demand, calculation, happenedOn, sentAt, deadlines } = dispute;
  const sum = (money: { amount: number } | null): string | null => money && sumInWords(language, money.amount);
  return (
    <section aria-labelledby="claim" class="stack">
      <h2 id="claim">{say('claim')}</h2>
      <Facts
        facts={[
          [say('claimFrom'), speech.partyName(claimant)],
          [say('claimTo'), speech.partyName(against === 'operator' ? 'operator' : claimant === 'customer' ? 'contractor' : 'customer')],
          [say('task'), task && <a href={ADDRESSES.task(task)}>{say('toTask')}</a>],
          [speech.fieldName('about'), speech.choiceName(about)],
          [speech.fieldName('happenedOn'), happenedOn && dayInWords(happenedOn)],
          [say('disputedSum'), sum(amount)],
          [say('admittedSum'), sum(admitted)],
          [speech.fieldName('demand'), demand],
          [say('sentAt'), momentInWords(language, sentAt)],
          [say('answerBy'), momentInWords(language, deadlines.answerBy)],
          [say('limitationOn'), dayInWords(deadlines.limitationOn)],
        ]}
      />
      {calculation && (
        <ul class="lines">
          {calculation.map((each, index) => (
            <li key={index} class="row spread">
              <span>{each.what}</span>
              <span class="sum">{sumInWords(language, each.amount)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface Terms {
  toClaimant: { amount: number } | null;
  until: string | null;
}

function WhatWasSaid({ dispute: { answer, offers, instruction, agreed, outcome, courtAct } }: { dispute: Dispute }) {
  const { speech } = useSetting();
  const { say, language } = speech;
  const terms = ({ toClaimant, until }: Terms): ComponentChildren => (
    <span class="soft">
      {toClaimant && ` ${say('toClaimant')} ${sumInWords(language, toClaimant.amount)}`}
      {until && ` · ${say('performBy')} ${dayInWords(until)}`}
    </span>
  );
  const said = [
    ...(answer ? [{ key: 'answer', title: `${say('answer')}: ${speech.choiceName(answer.answer)}`, terms: answer }] : []),
    ...offers.map((offer) => ({
      key: `offer ${offer.version}`,
      title: `${say('offerOfTerms')} ${offer.version} · ${speech.partyName(offer.side)}${offer.declined ? ` · ${say('declinedOffer')}` : ''}`,
      terms: offer,
    })),
    ...(instruction
      ? [{ key: 'instruction', title: `${say('jointInstruction')} · ${speech.partyName(instruction.side)}`, terms: instruction }]
      : []),
    ...(courtAct ? [{ key: 'court', title: `${say('courtAct')} ${courtAct.caseNumber ?? ''}`, terms: courtAct }] : []),
    ...(agreed
      ? [{ key: 'agreed', title: `${say('agreedTerms')} · ${say('signBy')} ${momentInWords(language, agreed.signBy)}`, terms: agreed }]
      : []),
    ...(outcome ? [{ key: 'outcome', title: say('outcome'), terms: outcome }] : []),
  ];
  if (said.length === 0) return null;
  return (
    <section aria-labelledby="said">
      <h2 id="said">{say('talks')}</h2>
      <ol class="lines">
        {said.map(({ key, title, terms: own }) => (
          <li key={key}>
            {title}
            {terms(own)}
          </li>
        ))}
      </ol>
    </section>
  );
}
