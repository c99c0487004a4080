import { done } from '../../testing/people/registration.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';

let api: Api;
let customer: Person;
beforeAll(async () => {
  api = await openApi();
  customer = await api.join(['customer']);
});
afterAll(() => api.close());

const PAGE = { 'Akjet-Page': 'cabinet', 'Sec-Fetch-Site': 'same-origin' };
/** As a browser sends it. */
const ask = (path: string, headers: Record<string, string>, method = 'GET'): Promise<Response> =>
  fetch(`${api.url}${path}`, { method, headers });

/** A page that acts for the customer: what the browser keeps of it. */
async function openPage(): Promise<string> {
  const { items } = done(await api.as(customer).get<{ items: { id: string }[] }>('/v1/auth/accounts'));
  const headers = { ...PAGE, Authorization: `Bearer ${customer.token}` };
  const response = await ask(`/v1/auth/accounts/${items[0]?.id}`, headers, 'POST');
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({ token: '', session: { account: customer.id } });
  const [cookie = ''] = response.headers.getSetCookie();
  expect(cookie).toMatch(/^akjet-cabinet=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
  return cookie.split(';')[0] as string;
}

it('the session of a page is in a cookie that no script reads, and ends with it', async () => {
  const cookie = await openPage();
  const own = (more: object = {}) => ask('/v1/auth/sessions', { ...PAGE, Cookie: cookie, ...more });
  expect((await own()).status).toBe(200);
  // The token of before ended with the switch.
  expect((await ask('/v1/auth/sessions', { Authorization: `Bearer ${customer.token}` })).status).toBe(401);

  const { items } = (await (await own()).json()) as { items: { id: string; own: boolean }[] };
  const id = items.find((each) => each.own)?.id;
  const ended = await ask(`/v1/auth/sessions/${id}`, { ...PAGE, Cookie: cookie }, 'DELETE');
  expect(ended.headers.getSetCookie()[0]).toMatch(/^akjet-cabinet=; Path=\/; Expires=Thu, 01 Jan 1970/);
  expect((await own()).status).toBe(401);
});

describe('the cookie of a page', () => {
  let cookie: string;
  beforeAll(async () => {
    customer = await api.join(['customer']);
    cookie = await openPage();
  });

  it.each<[string, Record<string, string>]>([
    ['without the header of the page, as a form of another site would send it', { 'Sec-Fetch-Site': 'same-origin' }],
    ['from another site', { 'Akjet-Page': 'cabinet', 'Sec-Fetch-Site': 'cross-site' }],
    ['from another host of the same site', { 'Akjet-Page': 'cabinet', 'Sec-Fetch-Site': 'same-site' }],
    ['from a program that does not say where it runs', { 'Akjet-Page': 'cabinet' }],
    ['for the other page', { ...PAGE, 'Akjet-Page': 'console' }],
    ['for a page that is none of ours', { ...PAGE, 'Akjet-Page': 'shop' }],
  ])('counts for nothing %s', async (_, headers) => {
    const response = await ask('/v1/auth/sessions', { ...headers, Cookie: cookie });
    expect(response.status).toBe(401);
    expect((await ask('/v1/tasks', { ...headers, Cookie: cookie })).status).toBe(401);
  });

  it('is nothing at the door of the staff, whichever page names itself', async () => {
    for (const named of ['cabinet', 'console'])
      for (const name of ['akjet-cabinet', 'akjet-console', '__Host-akjet-console']) {
        const headers = { ...PAGE, 'Akjet-Page': named, Cookie: cookie.replace('akjet-cabinet', name) };
        const { status } = await fetch(`${api.urls.staff}/v1/auth/accounts`, { headers });
        expect([named, name, status]).toEqual([named, name, named === 'console' && name !== 'akjet-cabinet' ? 403 : 401]);
      }
  });

  it('counts beside other cookies, and not beside a token in Authorization', async () => {
    const beside = { ...PAGE, Cookie: `a=b; ${cookie}; c="d"` };
    expect((await ask('/v1/auth/sessions', beside)).status).toBe(200);
    expect((await ask('/v1/auth/sessions', { ...beside, Authorization: `Bearer ${'x'.repeat(43)}` })).status).toBe(401);
  });

  it.each(['akjet-cabinet=', 'akjet-cabinet', '=;;=', 'akjet-cabinet=%00', `akjet-cabinet=${'x'.repeat(5_000)}`])(
    'that is no token is refused: %.40s',
    async (given) => {
      expect((await ask('/v1/auth/sessions', { ...PAGE, Cookie: given })).status).toBe(401);
    },
  );
});

describe('the cookie of the console', () => {
  let staff: Person;
  beforeAll(async () => {
    staff = await api.join(['operator']);
  });
  const CONSOLE = { ...PAGE, 'Akjet-Page': 'console' };
  const work = (url: string, headers: Record<string, string>): Promise<Response> => fetch(`${url}/v1/operator/work`, { headers });
  const codeOf = async (response: Response): Promise<string> => ((await response.json()) as { code: string }).code;

  it('is one of its own, counts at the door of the staff alone, and there only for the console', async () => {
    const { public: users, staff: own, both } = api.urls;
    const token = `akjet-console=${staff.token}`;
    expect((await work(own, { ...CONSOLE, Cookie: token })).status).toBe(200);
    expect((await work(both, { ...CONSOLE, Cookie: token })).status).toBe(200);
    for (const [url, headers] of [
      [own, { ...PAGE, Cookie: token }],
      [own, { ...CONSOLE, Cookie: `akjet-cabinet=${staff.token}` }],
      [both, { ...PAGE, Cookie: token }],
      [own, { ...CONSOLE, 'Sec-Fetch-Site': 'cross-site', Cookie: token }],
    ] as const)
      expect((await work(url, headers)).status).toBe(401);
    for (const headers of [
      { ...CONSOLE, Cookie: token },
      { ...PAGE, Cookie: token },
    ])
      expect((await fetch(`${users}/v1/auth/accounts`, { headers })).status).toBe(401);
  });

  it('is no way for a session of the other kind, where one listener is both doors', async () => {
    const user = await api.join(['customer']);
    const asUser = await work(api.url, { ...CONSOLE, Cookie: `akjet-console=${user.token}` });
    expect([asUser.status, await codeOf(asUser)]).toEqual([403, 'wrong-door']);
    const asStaff = await fetch(`${api.url}/v1/tasks`, { headers: { ...PAGE, Cookie: `akjet-cabinet=${staff.token}` } });
    expect([asStaff.status, await codeOf(asStaff)]).toEqual([403, 'wrong-door']);
  });
});
