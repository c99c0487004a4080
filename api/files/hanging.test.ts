import { createHash, randomUUID } from 'node:crypto';
import { clearFiles } from '../../files/clearing.ts';
import { eraseDue } from '../../lives/erasure.ts';
import { verify } from '../../lives/verify.ts';
import { pass } from '../../testing/engine/pass.ts';
import { checkedFile, image, sendFile, stateOfFile } from '../../testing/lives/files.ts';
import { acceptedTask } from '../../testing/lives/tasks.ts';
import { closes } from '../../testing/people/closing.ts';
import { settle } from '../../testing/people/registration.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { joinParties, openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';

type WithFiles = Task & { files?: { id: string; seq: number; sha256: string; erased: boolean; href: string }[] };

const HOUR = 3_600_000;

let api: Api;
let customer: Person;
let contractor: Person;
let stranger: Person;
let staff: Person;
beforeAll(async () => {
  api = await openApi();
  ({ customer, contractor, stranger, staff } = await joinParties(api));
});
afterAll(() => api.close());

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** A task whose work has begun. */
async function begun(): Promise<string> {
  const id = await acceptedTask(api, customer, contractor);
  await api.as(contractor).command(id, 'start');
  return id;
}
const statusOf = async (person: Person, id: string): Promise<number> => (await api.as(person).get(`/v1/files/${id}`)).status;

describe('files of a command', () => {
  it('are read by both parties and the staff with the thing that they hang on, and are in its chain', async () => {
    await api.withWorker(async () => {
      const task = await begun();
      const bytes = await image();
      const id = await checkedFile(api, contractor, bytes);
      expect(await statusOf(customer, id)).toBe(404);
      await api.as(contractor).command(task, 'submit', { files: [id] });
      const { body } = await api.as(customer).get<WithFiles>(`/v1/tasks/${task}`);
      expect(body.files).toEqual([expect.objectContaining({ id, sha256: hash(bytes), erased: false, href: `/v1/files/${id}` })]);
      expect([await statusOf(customer, id), await statusOf(staff, id), await statusOf(stranger, id)]).toEqual([200, 200, 404]);
      const content = `/v1/files/${id}/content`;
      expect((await api.as(customer).get(content)).status).toBe(200);
      // What a camera wrote into it is for its owner and the staff.
      expect((await api.as(customer).get(`${content}?form=original`)).status).toBe(404);
      const { items } = (await api.as(customer).get<{ items: { type: string; input: object }[] }>(`/v1/tasks/${task}/events`)).body;
      expect(items.find(({ type }) => type === 'submit')?.input).toMatchObject({ files: [{ file: `file/${id}`, sha256: hash(bytes) }] });
      await expect(verify(api.lives, `task/${task}`)).resolves.toBeUndefined();
      await pass(api, `file/${id}`, 25 * HOUR);
      await until(async () => (await stateOfFile(api, id)) === 'kept', 'a file that is kept');
    });
  });

  it('are refused alike if they are of somebody else, not there, or not checked, and there are few of them', async () => {
    const task = await api.withWorker(begun);
    const unchecked = await sendFile(api, contractor, await image());
    const others = await api.withWorker(async () => checkedFile(api, customer, await image()));
    // Nobody looks at files now, so this one was looked at before.
    const own = await api.withWorker(async () => checkedFile(api, contractor, await image()));
    const submit = (files: string[]) => api.as(contractor).post<WithFiles>(`/v1/tasks/${task}/submit`, { files });
    const later = await sendFile(api, contractor, await image());
    for (const files of [[others], [randomUUID()], [later], [own, others]]) {
      const { problem } = await submit(files);
      expect(problem).toMatchObject({ code: 'rule-refused', rule: 'filesAreUsable' });
    }
    expect(await stateOfFile(api, unchecked)).toBe('clean');
    await setParameter(api.owner, 'filesPerCommand', 1);
    expect((await submit([own, unchecked])).problem).toMatchObject({ rule: 'filesAreFew' });
    await setParameter(api.owner, 'filesPerCommand', 10);
    expect((await submit([own, own])).problem?.code).toBe('invalid-input');
    expect(await api.rows('select from file_of where life = $1', `task/${task}`)).toEqual([]);
    expect((await submit([own])).status).toBe(200);
  });

  it('show why work is refused and that it was paid, for the other side', async () => {
    await api.withWorker(async () => {
      const task = await begun();
      await api.as(contractor).command(task, 'submit');
      const [fault, receipt] = [await checkedFile(api, customer, await image()), await checkedFile(api, customer, await image())];
      await api.as(customer).command(task, 'refuse', { reasons: 'The paint is wet', files: [fault] });
      await api.as(contractor).command(task, 'submit');
      await api.as(customer).command(task, 'approve');
      await api.as(customer).command(task, 'report', { paidOn: new Date().toISOString().slice(0, 10), files: [receipt] });
      const { files } = (await api.as(contractor).get<WithFiles>(`/v1/tasks/${task}`)).body;
      expect(files?.map((each) => each.id)).toEqual([fault, receipt]);
      expect([await statusOf(contractor, fault), await statusOf(contractor, receipt), await statusOf(stranger, fault)]).toEqual([
        200, 200, 404,
      ]);
    });
  });

  it('are evidence of a claim for the other side', async () => {
    await api.withWorker(async () => {
      const task = await begun();
      await api.as(contractor).command(task, 'submit');
      const id = await checkedFile(api, customer, await image());
      const claim = { task, against: 'counterparty', about: 'damages', amount: 100_000, demand: 'The wall is scratched', files: [id] };
      const calculation = [{ what: 'Paint', amount: 100_000 }];
      const { status, body } = await api.as(customer).post<WithFiles>('/v1/disputes', { ...claim, calculation });
      expect(status).toBe(201);
      const { files } = (await api.as(contractor).get<WithFiles>(`/v1/disputes/${body.id}`)).body;
      expect(files?.map((each) => each.id)).toEqual([id]);
      expect(await statusOf(contractor, id)).toBe(200);
    });
  });
});

describe('the files of an account that is over', () => {
  it('are erased with its evidence, and their hashes stay', async () => {
    await api.withWorker(async () => {
      const { person } = await settle(api, { roles: ['customer'] });
      const bytes = await image();
      const id = await checkedFile(api, person, bytes);
      const pieces = await api.rows<{ id: string }>(
        'select piece.id from file_piece as piece join file on file.content = piece.content where file.id = $1',
        `file/${id}`,
      );
      await closes(api, person);
      await until(async () => {
        await eraseDue(api.worker.lives);
        return (await stateOfFile(api, id)) === 'erased';
      }, 'the end of the file');
      await clearFiles({ database: api.worker.lives.database, files: api.files });
      expect(pieces.length).toBeGreaterThan(2);
      for (const piece of pieces) expect(await api.files.read(piece.id)).toBeUndefined();
      const { sha256, content } =
        (await api.rows<{ sha256: string; content: null }>('select * from file where id = $1', `file/${id}`))[0] ?? {};
      expect([sha256, content]).toEqual([hash(bytes), null]);
      expect(
        await api.rows(
          'select from file_piece where id = any ($1)',
          pieces.map((piece) => piece.id),
        ),
      ).toEqual([]);
      await expect(verify(api.lives, `file/${id}`)).resolves.toBeUndefined();
    });
  });
});
