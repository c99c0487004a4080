/** Demonstrates how people find and reach each other: search, messages, files, the exact address (3.1, 4.1.7, 4.3.1). */
import sharp from 'sharp';
import type { SampleUser, SampleUsers } from '../../local/sample-users.ts';
import type { Seen } from './stage.ts';
import { act, ask, letHoursPass, post, refused, say, today, until, upload, work } from './stage.ts';

interface Thread {
  id: string;
  number: number;
}

interface Found {
  items: { id: string; title: string; distanceKm: number | null }[];
  sortedBy: { words: string };
}

const ADDRESS = 'Абай даңғылы 150, 27-пәтер, домофон 27';

/** A photo of one colour, which stands for one that a phone takes. */
const photo = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 1_200, height: 900, channels: 3, background } })
    .jpeg()
    .toBuffer();

/** Uploads a photo, and waits until it was looked at. Returns its id. */
async function attach(user: SampleUser, what: string, background: string): Promise<string> {
  const { id } = await upload(user, await photo(background));
  await until(async () => (await ask(user, 'GET', `/v1/files/${id}`)).state === 'clean', 'the look at the file');
  say(`  ${user.name}: uploads ${what}; the platform looks at it and draws a copy without what the camera wrote into it`);
  return id;
}

async function showMessages(user: SampleUser, thread: string): Promise<void> {
  type Line = { kind: string; name: string; text: string | null; masked: string | null; files: object[]; title: string };
  const { items } = await ask<{ items: Line[] }>(user, 'GET', `/v1/threads/${thread}/messages`);
  say(`  What ${user.name} reads:`);
  for (const { kind, name, text, masked, files, title } of items) {
    if (kind === 'event') say(`    – ${title}`);
    else say(`    ${name}: ${text}${files.length > 0 ? ` [${files.length} file]` : ''}${masked ? `\n      (${masked})` : ''}`);
  }
}

async function contacts(user: SampleUser, task: Seen): Promise<string> {
  const { contacts } = await ask<{ contacts?: { phone: string | null; address: string | null } }>(user, 'GET', `/v1/tasks/${task.id}`);
  return contacts ? `${contacts.phone ?? 'no phone'}; ${contacts.address ?? 'no address'}` : 'neither phone nor address';
}

export async function showMeeting([aigerim, , , saule, marat]: SampleUsers): Promise<void> {
  say('\n18. A task is found by words in Kazakh and by its district (3.1).');
  let task = await post(aigerim, {
    ...work('Жүк тасымалдау: пианино', 4_000_000),
    match: 'choice',
    category: 'furniture-haulage',
    location: { place: 'bostandyk-almaty' },
    address: ADDRESS,
  });
  const query = `search=${encodeURIComponent('пианиноны тасымалдау')}&place=bostandyk-almaty`;
  const { items, sortedBy } = await ask<Found>(saule, 'GET', `/v1/tasks/search?${query}`);
  const found = items.find(({ id }) => id === task.id);
  if (!found) throw new Error('the task was not found');
  say(`  Saule: searches «пианиноны тасымалдау» in Bostandyk → «${found.title}» (${sortedBy.words})`);
  const elsewhere = await ask<Found>(saule, 'GET', `/v1/tasks/search?${query.replace('bostandyk', 'medeu')}`);
  if (elsewhere.items.some(({ id }) => id === task.id)) throw new Error('the task was found in another district');
  say('  in Medeu the same words do not find it');

  say('\n19. Saule responds and asks in the thread; contacts are hidden until she has accepted (4.1.7).');
  task = await act(saule, task, 'respond', { version: 1 });
  const { id: thread } = await ask<Thread>(saule, 'POST', `/v1/tasks/${task.id}/messages`, {
    text: 'Қай қабат? Маған +7 701 100 00 04 нөміріне қоңырау шалыңыз',
  });
  const site = await attach(aigerim, 'a photo of the staircase', '#8a7f6b');
  await ask(aigerim, 'POST', `/v1/threads/${thread}/say`, { text: 'Төртінші қабат, лифт жоқ. Баспалдақ осындай', quote: 1, files: [site] });
  await showMessages(aigerim, thread);
  await refused(marat, 'GET', `/v1/threads/${thread}/messages`);
  await refused(marat, 'GET', `/v1/files/${site}`);
  say(`  Saule sees before the deal: ${await contacts(saule, task)}`);

  say('\n20. She is chosen and accepts; now both see the phone of the other, and she the exact address (4.3.1).');
  task = await act(aigerim, task, 'choose', { version: 1, contractor: saule.id });
  task = await act(saule, task, 'accept', { version: 1 });
  say(`  Saule sees: ${await contacts(saule, task)}`);
  await ask(aigerim, 'POST', `/v1/threads/${thread}/say`, { text: 'Ертең сағат онда күтемін' });
  await ask(aigerim, 'POST', `/v1/threads/${thread}/say`, { text: 'Көршілер ескертілді' });

  say('\n21. The work is submitted with photos; of many messages each side is told once.');
  const [before, after] = [
    await attach(saule, 'the piano on the lorry', '#222222'),
    await attach(saule, 'the piano in its place', '#5b3a29'),
  ];
  task = await act(saule, task, 'start');
  task = await act(saule, task, 'submit', { note: 'Пианино орнында', files: [before, after] });
  await ask(saule, 'POST', `/v1/threads/${thread}/say`, { text: 'Бәрі дайын' });
  await ask(saule, 'POST', `/v1/threads/${thread}/say`, { text: 'Суреттерді тапсырмадан қараңыз' });
  await letHoursPass(`thread/${thread}`, 24);
  // What is due fires with the next act in the thread.
  await ask(saule, 'POST', `/v1/threads/${thread}/mark-read`, { upTo: 2 });
  for (const user of [aigerim, saule]) {
    const { items: told } = await ask<{ items: object[] }>(user, 'GET', `/v1/threads/${thread}/notices`);
    say(`  letters to ${user.name} about the messages: ${told.length}`);
  }
  const seen = await ask<{ files: { href: string; sha256: string }[] }>(aigerim, 'GET', `/v1/tasks/${task.id}`);
  say(`  Aigerim reads ${seen.files.length} photos, each named in the chain by its hash: ${seen.files[0]?.sha256.slice(0, 12)}…`);
  task = await act(aigerim, task, 'approve');
  task = await act(aigerim, task, 'report', { paidOn: today() });
  await act(saule, task, 'confirm');
}
