import { pass } from '../../testing/engine/pass.ts';
import { command, does, read, settle } from '../../testing/people/registration.ts';
import type { Api, Person, ProblemBody } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

const DAY = 86_400_000;

let api: Api;
let staff: Person;
beforeAll(async () => {
  api = await openApi();
  staff = await api.join(['operator']);
});
afterAll(() => api.close());

const refusalOf = ({ status, problem }: { status: number; problem: ProblemBody | undefined }) => [status, problem?.rule ?? problem?.code];
const templates = async (person: Person): Promise<string[]> =>
  (await api.as(person).get<{ items: { template: string }[] }>(`/v1/accounts/${person.id}/notices`)).body.items.map(
    ({ template }) => template,
  );

describe('a tax status (4.1.4)', () => {
  const status = (given: object = {}) => ({ status: 'selfEmployed', evidence: 'Receipt 17', ...given });

  it('is declared with evidence, and the staff confirm or refuse it with reasons that the contractor reads', async () => {
    const { person, account } = await settle(api);
    expect(refusalOf(await command(api, person, account, 'declare-tax-status', { status: 'selfEmployed' }))).toEqual([
      400,
      'invalid-input',
    ]);
    const { tax } = await does(api, person, account, 'declare-tax-status', status());
    expect(tax).toEqual({ status: 'selfEmployed', until: null, confirmed: false, evidence: 'Receipt 17', exemption: null });
    expect((await command(api, person, account, 'confirm-tax-status')).status).toBe(403);
    expect(await does(api, staff, account, 'refuse-tax-status', { reasons: 'Unreadable' })).toMatchObject({
      tax: null,
      taxRefused: 'Unreadable',
    });
    expect((await read(api, person)).taxRefused).toBe('Unreadable');
    expect(await does(api, person, account, 'declare-tax-status', status())).toMatchObject({ tax: { confirmed: false }, taxRefused: null });
    expect((await does(api, staff, account, 'confirm-tax-status')).tax?.confirmed).toBe(true);
    // Another one must be confirmed again.
    expect((await does(api, person, account, 'declare-tax-status', status({ status: 'naturalPerson' }))).tax).toMatchObject({
      status: 'naturalPerson',
      confirmed: false,
    });
  });

  it('cannot be both self-employed and entrepreneur, and a customer has none', async () => {
    const natural = await settle(api);
    const entrepreneur = await settle(api, { kind: 'entrepreneur' });
    for (const each of ['selfEmployed', 'naturalPerson']) {
      expect((await command(api, natural.person, natural.account, 'declare-tax-status', status({ status: each }))).status).toBe(200);
      expect(
        refusalOf(await command(api, entrepreneur.person, entrepreneur.account, 'declare-tax-status', status({ status: each }))),
      ).toEqual([422, 'taxFitsKind']);
    }
    for (const each of ['entrepreneurSimplified', 'entrepreneurGeneral']) {
      expect((await command(api, entrepreneur.person, entrepreneur.account, 'declare-tax-status', status({ status: each }))).status).toBe(
        200,
      );
      expect(refusalOf(await command(api, natural.person, natural.account, 'declare-tax-status', status({ status: each })))).toEqual([
        422,
        'taxFitsKind',
      ]);
    }
    const { person, account } = await settle(api, { roles: ['customer'] });
    expect(refusalOf(await command(api, person, account, 'declare-tax-status', status()))).toEqual([409, 'isContractor']);
  });

  it('reminds the contractor before it ends, and no longer counts afterwards', async () => {
    const { person, account } = await settle(api);
    const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
    expect(refusalOf(await command(api, person, account, 'declare-tax-status', status({ until: inDays(-2) })))).toEqual([
      422,
      'endIsAhead',
    ]);
    await does(api, person, account, 'declare-tax-status', status({ until: inDays(30) }));
    await does(api, staff, account, 'confirm-tax-status');
    await api.withWorker(async () => {
      await pass(api, `account/${account.id}`, 14 * DAY);
      expect(await templates(person)).not.toContain('tax-status-ends');
      await pass(api, `account/${account.id}`, 5 * DAY);
      expect(await templates(person)).toContain('tax-status-ends');
      expect((await read(api, person)).tax?.confirmed).toBe(true);
      await pass(api, `account/${account.id}`, 14 * DAY);
      expect(await templates(person)).toContain('tax-status-ended');
      expect((await read(api, person)).tax).toBeNull();
    });
  });
});
