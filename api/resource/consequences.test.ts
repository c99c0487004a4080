import { randomUUID } from 'node:crypto';
import type { Language } from '../../charts/messages.ts';
import { createChild, enliven } from '../../testing/lives/creations.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

type Menu = { commands: { name: string; consequences?: string }[] };
const said = async (person: Person, path: string, language: Language, name: string): Promise<string | undefined> =>
  (await api.as(person).get<Menu>(path, { language })).body.commands.find((each) => each.name === name)?.consequences;

describe('the menu names the consequences of a command', () => {
  it.each<[Language, string]>([
    ['ru', 'Все сеансы завершатся.'],
    ['kk', 'Барлық сеанс аяқталады.'],
    ['en', 'Every session ends.'],
  ])('of an account (%s)', async (language, words) => {
    const person = await api.join(['contractor']);
    await enliven(api, person, 'contractor');
    expect(await said(person, '/v1/accounts/me', language, 'report-access')).toContain(words);
    // A command that changes nothing at stake has no consequence.
    expect(await said(person, '/v1/accounts/me', language, 'describe')).toBeUndefined();
  });

  it.each<[Language, string]>([
    ['ru', 'После этого изменить отзыв нельзя.'],
    ['kk', 'Содан кейін оны өзгерту мүмкін емес.'],
    ['en', 'After that a review cannot be changed.'],
  ])('of the reviews (%s)', async (language, words) => {
    const [customer, contractor] = await Promise.all([api.join(['customer']), api.join(['contractor'])]);
    const task = randomUUID();
    const closesAt = new Date(Date.now() + 86_400_000).toISOString();
    const terms = { reminderHours: 48, replyDays: 14 };
    const input = { parent: `task/${task}`, customer: customer.id, contractor: contractor.id, closesAt, terms };
    await createChild(api, `task/${task}`, { child: `review/${task}/1`, type: 'open', by: 'platform', input });
    expect(await said(customer, `/v1/reviews/${task}.1`, language, 'write')).toContain(words);
  });
});
