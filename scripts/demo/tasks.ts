/** Demonstrates tasks from posting to payment, and the other ways in which they may end. */
import { setTimeout as pause } from 'node:timers/promises';
import type { SampleUser, SampleUsers } from '../../local/sample-users.ts';
import { act, actOn, ask, child, comesTo, inHours, letHoursPass, moment, post, say, today, until, work } from './stage.ts';

/** Shows whose IIN or BIN it is, once. Without that few tasks may run at a time. */
async function proveIdentity(user: SampleUser, operator: SampleUser): Promise<void> {
  const { identity } = await ask<{ identity: { proved: boolean } }>(user, 'GET', '/v1/accounts/me');
  if (identity.proved) return;
  const { verification: begun } = await ask<{ verification: string | null }>(user, 'GET', '/v1/accounts/me');
  if (begun === null) await ask(user, 'POST', `/v1/accounts/${user.id}/prove-identity`, { what: 'A document about me' });
  const verification = await until(async () => {
    const { verification: id } = await ask<{ verification: string | null }>(user, 'GET', '/v1/accounts/me');
    return id !== null && ask(user, 'GET', `/v1/verifications/${id}`).catch(() => undefined);
  }, 'the verification');
  await actOn(user, 'verifications', verification, 'submit', { evidence: 'A made-up document, for the demonstration' });
  await actOn(operator, 'verifications', verification, 'approve', { version: 1 });
  await until(async () => (await ask<{ identity: { proved: boolean } }>(user, 'GET', '/v1/accounts/me')).identity.proved, 'the proof');
}

export async function showTasks([aigerim, company, daniyar, saule, marat, operator, controller]: SampleUsers): Promise<void> {
  say('0. Each proves who it is: a document, looked at by the staff (4.4.1).');
  for (const user of [aigerim, company, daniyar, saule, marat]) await proveIdentity(user, operator);

  say('\n1. From the post to the payment.');
  let task = await post(aigerim, { ...work('Repair a tap', 1_500_000), place: 'Almaty, Bostandyk district' });
  task = await act(daniyar, task, 'accept', { version: task.version });
  task = await act(daniyar, task, 'start');
  task = await act(daniyar, task, 'submit', { note: 'The tap holds.' });
  task = await act(aigerim, task, 'approve');
  task = await act(aigerim, task, 'report', { paidOn: today() });
  await act(daniyar, task, 'confirm');

  say('\n2. Two contractors respond, one is chosen; the work is sent back once; the money comes in two parts.');
  task = await post(company, { ...work('Paint a fence', 40_000, 120), match: 'choice' });
  await act(saule, task, 'respond', { version: 1, price: 4_500_000 });
  await act(marat, task, 'respond', { version: 1 });
  task = await act(company, task, 'choose', { version: 1, contractor: saule.id });
  task = await act(saule, task, 'accept', { version: 1 });
  task = await act(saule, task, 'start');
  task = await act(saule, task, 'submit');
  task = await act(company, task, 'refuse', { reasons: 'One side has a single coat only.' });
  task = await act(saule, task, 'submit');
  task = await act(company, task, 'approve');
  task = await act(company, task, 'report', { amount: 2_000_000, paidOn: today() });
  task = await act(saule, task, 'confirm');
  task = await act(company, task, 'report', { paidOn: today() });
  await act(saule, task, 'confirm');

  say('\n3. No contractor accepts it in time, so a timer ends it.');
  const soon = new Date(Date.now() + 8_000).toISOString();
  task = await post(aigerim, { ...work('Carry a piano', 3_000_000), acceptBy: soon });
  if (task.ifNobodyActs) say(`  if nobody acts: ${task.ifNobodyActs.title} (${task.ifNobodyActs.clause})`);
  for (let waited = 0; task.stateName !== 'Expired' && waited < 30; waited++) {
    await pause(1_000);
    task = await ask(aigerim, 'GET', `/v1/tasks/${task.id}`);
    if (task.commands.length === 0) break;
  }
  say(`  the clock → ${task.stateName}`);

  say('\n4. One that stands still, with its timers armed.');
  task = await post(company, work('Lay tiles', 350_000, 18.5));
  task = await act(marat, task, 'accept', { version: 1 });
  task = await act(marat, task, 'start');
  task = await act(marat, task, 'submit');
  say(`  ${task.waits}`);
  if (task.ifNobodyActs)
    say(`  if nobody acts by ${moment(task.ifNobodyActs.at)}: ${task.ifNobodyActs.title} (${task.ifNobodyActs.clause})`);

  say(
    '\n5. Paid and closed through the platform: the money is held before the work and goes to the contractor for the approved act (5.2).',
  );
  task = await post(aigerim, {
    ...work('Fit a boiler', 20_000_000),
    payment: 'platform',
    terms: { funding: 'hold', reviewWorkingDays: 1 },
  });
  task = await act(daniyar, task, 'accept', { version: 1 });
  const { page } = (await child(aigerim, task, 'payments', 'waiting')) as unknown as { page: string };
  await fetch(page, { method: 'POST', body: new URLSearchParams({ act: 'approve' }) });
  say(`  ${aigerim.name}: pays on the provider's page, ${page}`);
  task = await comesTo(aigerim, task, 'Start awaited');
  task = await act(daniyar, task, 'start');
  task = await act(daniyar, task, 'submit');
  task = await act(aigerim, task, 'approve');
  await comesTo(aigerim, task, 'Closed');

  say('\n6. Prepaid, a new risk on the way, and only a part approved: what is due is paid out, the rest goes back (4.3.1, 5.2).');
  task = await post(aigerim, { ...work('Clear gutters', 1_000_000, 6), payment: 'platform', terms: { funding: 'prepaid' } });
  task = await act(saule, task, 'accept', { version: 1 });
  const prepayment = (await child(aigerim, task, 'payments', 'waiting')) as unknown as { page: string };
  await fetch(prepayment.page, { method: 'POST', body: new URLSearchParams({ act: 'approve' }) });
  say(`  ${aigerim.name}: pays on the provider's page`);
  task = await comesTo(aigerim, task, 'Start awaited');
  task = await act(aigerim, task, 'report-risk', { note: 'The ladder stands on ice since this morning.' });
  task = await act(saule, task, 'acknowledge');
  task = await act(saule, task, 'start');
  task = await act(saule, task, 'submit');
  task = await act(aigerim, task, 'approve-part', { parts: [{ line: 1, quantity: 5 }], rest: 'drop', reasons: 'The sixth is still full.' });
  await comesTo(aigerim, task, 'Closed');

  say('\n7. Refused, reworked, and approved in part: the act of what was approved is confirmed by both.');
  task = await post(aigerim, work('Hang doors', 1_200_000, 5));
  task = await act(daniyar, task, 'accept', { version: 1 });
  task = await act(daniyar, task, 'start');
  task = await act(daniyar, task, 'submit');
  task = await act(aigerim, task, 'refuse', { reasons: 'The fifth door does not close.' });
  const { statements } = (await ask(daniyar, 'GET', `/v1/tasks/${task.id}`)) as unknown as { statements: { by: string; words: object }[] };
  say(`  Daniyar reads what the ${statements.at(-1)?.by} said: ${Object.values(statements.at(-1)?.words ?? {}).join()}`);
  task = await act(daniyar, task, 'submit');
  task = await act(aigerim, task, 'approve-part', { parts: [{ line: 1, quantity: 4 }], rest: 'drop', reasons: 'Four doors hang well.' });
  await act(daniyar, task, 'confirm');

  say('\n8. The contractor does not come: the customer leaves without cost from the first minute (4.2.1).');
  task = await post(company, {
    ...work('Clean the yard', 2_000_000),
    startAt: inHours(1),
    dueAt: inHours(9),
    terms: { earlyStart: false },
  });
  task = await act(saule, task, 'accept', { version: 1 });
  await letHoursPass(`task/${task.id}`, 2);
  task = await comesTo(company, task, 'Start is late');
  await act(company, task, 'give-up', { reasons: 'Nobody came.' });

  say('\n8a. Three doors agreed at 100.01 tenge, handed in one by one: the acts add up to the tiyn.');
  task = await post(aigerim, { ...work('Hang doors', 3_350, 3), match: 'choice' });
  task = await act(marat, task, 'respond', { version: 1, price: 10_001, message: 'All three for a round sum.' });
  task = await act(aigerim, task, 'choose', { version: 1, contractor: marat.id });
  task = await act(marat, task, 'accept', { version: 1 });
  task = await act(marat, task, 'start');
  for (const _ of [1, 2, 3]) {
    task = await act(marat, task, 'submit', { parts: [{ line: 1, quantity: 1 }] });
    say(`  this act: ${task.progress?.submission?.amount.amount} tiyn`);
    task = await act(aigerim, task, 'approve');
  }
  await act(marat, task, 'confirm');

  say('\n9. A quarrel: a claim, an offer, and the settlement decides the sum (9.1).');
  task = await post(aigerim, work('Mend the roof', 6_000_000));
  task = await act(marat, task, 'accept', { version: 1 });
  task = await act(marat, task, 'start');
  task = await act(marat, task, 'submit');
  task = await act(marat, task, 'claim', {
    about: 'price',
    submission: 1,
    demand: 'The roof is mended and nobody looks at it.',
    amount: 6_000_000,
  });
  let dispute = await child(aigerim, task, 'disputes');
  dispute = await actOn(aigerim, 'disputes', dispute, 'reject', { reasons: 'It leaks at the chimney.' });
  dispute = await actOn(aigerim, 'disputes', dispute, 'offer', { amount: 5_000_000, version: 1 });
  await actOn(marat, 'disputes', dispute, 'accept-offer', { version: 1 });
  task = await comesTo(marat, task, 'Payment awaited');
  await act(marat, task, 'confirm');

  say(
    '\n10. Damages beside a deal that goes on, without agreement: the certificate of the talks, a court act that two of the staff have seen, and a debt (9.2).',
  );
  task = await post(company, work('Lay a cable', 9_000_000));
  task = await act(daniyar, task, 'accept', { version: 1 });
  task = await act(daniyar, task, 'start');
  task = await act(company, task, 'claim', {
    about: 'damages',
    demand: 'The wall was damaged.',
    amount: 1_000_000,
    calculation: [{ what: 'Plaster and paint', amount: 1_000_000 }],
  });
  dispute = await child(company, task, 'disputes');
  dispute = await actOn(daniyar, 'disputes', dispute, 'reject', { reasons: 'The wall was so before.' });
  dispute = await actOn(company, 'disputes', dispute, 'end-talks');
  say(`  ${dispute.waits}`);
  await actOn(operator, 'disputes', dispute, 'record-court-act', {
    amount: 400_000,
    court: 'Economic court of Almaty',
    caseNumber: '7519-26',
    decidedOn: today(),
    inForceOn: today(),
    proof: 'A copy with the note of force',
  });
  say('  Both sides were told and may object; five working days pass.');
  await letHoursPass(`dispute/${task.id}/1`, 9 * 24);
  dispute = await child(controller, task, 'disputes', 'unsettled.checkable');
  await actOn(controller, 'disputes', dispute, 'confirm-court-act', { version: 1 });
  const debts = (await ask(company, 'GET', `/v1/debts?task=${task.id}`)) as unknown as { items: { owed: { amount: number } }[] };
  say(`  The contractor owes ${debts.items[0]?.owed.amount} tiyn; the deal itself goes on: ${task.stateName}`);

  say('\n11. The fees until now: they become lines of the invoice of the month (5.1).');
  const { items: fees } = (await ask(aigerim, 'GET', '/v1/fees?limit=100')) as unknown as { items: { principal: { amount: number } }[] };
  say(
    `  ${fees.length} fees, ${fees.reduce((sum, { principal }) => sum + principal.amount, 0)} tiyn in all; none is due before its invoice was sent`,
  );
}
