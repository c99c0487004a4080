import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { command } from '../testing/people/registration.ts';
import type { Api, Person } from '../testing/worlds/api.ts';
import { openApi, posting } from '../testing/worlds/api.ts';

let api: Api;
let customer: Person;
beforeAll(async () => {
  api = await openApi({ limits: { requests: 1_000_000 } });
  customer = await api.join(['customer']);
});
afterAll(() => api.close());

/** A task's JSON with these bytes as its title. */
const titled = (...title: number[]): Buffer => {
  const [before, after] = JSON.stringify(posting({ title: 'TITLE' })).split('TITLE') as [string, string];
  return Buffer.concat([Buffer.from(before), Buffer.from(title), Buffer.from(after)]);
};

describe('a body with invalid text', () => {
  it.each([
    ['a byte that never occurs', [0x41, 0xff]],
    ['a character cut short', [0x41, 0xd0]],
    ['a continuation without a beginning', [0x80, 0x41]],
    ['Windows-1251', [0xd0, 0xee, 0xff, 0xeb, 0xfc]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['half of a surrogate pair in three bytes', [0xed, 0xa0, 0x80]],
    ['a character beyond the last', [0xf4, 0x90, 0x80, 0x80]],
  ])('with %s as UTF-8 is refused, not repaired', async (_, title) => {
    expect((await api.as(customer).post('/v1/tasks', titled(...title))).problem?.code).toBe('malformed-json');
  });

  it.each([
    ['\\ud800', 'x'],
    ['x\\uDFFF', 'x'],
    ['\\udc00\\ud800', 'x'],
    ['\\\\\\ud83d', 'x'],
  ])('with half of a surrogate pair (%s) is refused in a value, a password or a key', async (half) => {
    const bodies = [
      ['/v1/tasks', JSON.stringify(posting({ title: 'TITLE' })).replace('TITLE', half)],
      ['/v1/tasks', `{"${half}":1}`],
      ['/v1/auth/sessions', `{"number":"+77011234567","password":"${half}"}`],
    ] as const;
    for (const [path, body] of bodies) expect((await api.as(customer).post(path, body)).problem?.code).toBe('invalid-input');
  });

  it('every other character is stored as it was sent, also if escaped', async () => {
    for (const title of ['Пианино', '🎹', '\ufffd', 'қ', 'a\\ud800', '\\']) {
      expect((await api.as(customer).postTask({ title })).title).toBe(title);
    }
    const escaped = JSON.stringify(posting({ title: 'TITLE' })).replace('TITLE', '\\ud83c\\udfb9 \\u043a');
    expect((await api.as(customer).post('/v1/tasks', escaped)).body.title).toBe('🎹 к');
  });

  it.each(['utf-7', 'utf-16', 'utf-16le', 'utf-32', 'windows-1251', 'utf-8-mac'])('of charset %s is refused', async (charset) => {
    const body = charset === 'utf-16le' ? Buffer.from(JSON.stringify(posting()), 'utf16le') : JSON.stringify(posting());
    const headers = { 'Content-Type': `application/json; charset=${charset}` };
    expect((await api.as(customer).post('/v1/tasks', body, { headers })).problem?.code).toBe('unsupported-media-type');
  });

  it('may name the charset UTF-8', async () => {
    for (const charset of ['utf-8', 'UTF-8', '"utf-8"']) {
      const headers = { 'Content-Type': `application/json; charset=${charset}` };
      expect((await api.as(customer).post('/v1/tasks', JSON.stringify(posting()), { headers })).status).toBe(201);
    }
  });

  it.each([
    '{"__proto__":{"title":"x"}}',
    '{"terms":{"__proto__":{"acceptDays":1}}}',
    '{"lines":[{"__proto__":null}]}',
    '{"constructor":{}}',
  ])('with a key that a field cannot have (%s) is refused at any depth', async (part) => {
    const body = JSON.stringify(posting()).replace(/}$/, `,${part.slice(1)}`);
    expect((await api.as(customer).post('/v1/tasks', body)).problem?.code).toBe('invalid-input');
  });
});

describe('a body that names a field twice', () => {
  it('is refused at any depth, and errors names the field', async () => {
    const whole = JSON.stringify(posting());
    for (const body of [whole.replace('{', '{"title":"x",'), whole.replace('[{', '[{"\\u006eame":"x",')]) {
      const { problem } = await api.as(customer).post('/v1/tasks', body);
      expect([problem?.code, problem?.errors?.length]).toEqual(['invalid-input', 1]);
    }
  });
});

describe('an address with invalid text', () => {
  const broken = ['%', '100%', '%2', '%zz', '%ff', '%d0', '%c0%af', '%ed%a0%80', '%F4%90%80%80', '%u0041'];

  it.each(broken)('is refused in a query with %s', async (text) => {
    for (const query of [`search=${text}`, `${text}=1`, `search=a&search${text}`]) {
      const { problem } = await api.as(customer).get(`/v1/contractors?${query}`);
      expect([query, problem?.code, problem?.errors?.length]).toEqual([query, 'invalid-input', 1]);
    }
  });

  it.each(broken)('is refused in a path with %s', async (text) => {
    for (const path of [`/v1/tasks/${text}`, `/v1/charts/${text}`, `/v1/documents/${text}`])
      expect([path, (await api.as(customer).get(path)).problem?.code]).toEqual([path, 'not-found']);
  });

  it('is refused in a query without any percent-encoding', async () => {
    const { hostname, port } = new URL(api.url);
    const status = await new Promise((resolve, reject) => {
      const headers = { Authorization: `Bearer ${customer.token}` };
      // Node sends each character as one byte: here the UTF-8 bytes of a letter.
      const path = `/v1/contractors?search=${Buffer.from('Ж').toString('latin1')}`;
      const sent = request({ hostname, port, path: '/', headers }, (answer) => resolve(answer.resume().statusCode));
      Object.assign(sent, { path });
      sent.on('error', reject).end();
    });
    expect(status).toBe(400);
  });

  it('control: valid encoding is read', async () => {
    // With a letter or digit in each, without which a search asks nothing.
    for (const search of ['Ж', '100%', '%1', '🎹 Ж', '+7', 'a b', 'a\u0000', '\ufffda'])
      expect((await api.as(customer).get(`/v1/contractors?search=${encodeURIComponent(search)}`)).status).toBe(200);
    expect((await api.as(customer).get(`/v1/contractors?search=a+b&limit=1`)).status).toBe(200);
  });
});

describe('a text needs a visible character', () => {
  const unseen: [string, string][] = [
    ['a Hangul filler', '\u3164'],
    ['a filler of the beginning of a syllable', '\u115f'],
    ['a filler of its middle', '\u1160'],
    ['a filler of half width', '\uffa0'],
    ['a blank of Braille', '\u2800'],
    ['a variation selector', '\ufe0f'],
    ['a later variation selector', '\u{e0100}'],
    ['tags', '\u{e0041}\u{e007f}'],
    ['a space without width', '\u200b'],
    ['joiners', '\u200c\u200d\u2060'],
    ['a byte order mark', '\u2060\ufeff\u2060'],
    ['marks of direction', '\u200e\u200f\u061c'],
    ['an override of direction', '\u202e\u202c'],
    ['isolates', '\u2066\u2069'],
    ['a soft hyphen', '\u00ad'],
    ['a Mongolian vowel separator', '\u180e'],
    ['a combining grapheme joiner', '\u034f'],
    ['inherent vowels of Khmer', '\u17b4\u17b5'],
    ['invisible operators', '\u2061\u2062\u2063\u2064'],
    ['formats of shorthand', '\u{1bca0}'],
    ['a beam of music', '\u{1d173}'],
    ['an empty note head', '\u{1d159}'],
    ['a blank hieroglyph', '\u{13441}\u{13442}'],
    ['the place of an object', '\ufffc'],
    ['an accent alone', '\u0301'],
  ];

  it.each(unseen)('%s alone is no text', async (_, text) => {
    for (const title of [text, ` ${text} ${text}`, `\u3164${text}\n`])
      expect((await api.as(customer).post('/v1/tasks', posting({ title }))).problem?.code).toBe('invalid-input');
    expect((await api.as(customer).post('/v1/tasks', posting({ title: `a${text}` }))).status).toBe(201);
  });

  it.each(['.', '1', '🎹', '❤️', '한', 'ㅎ', '⠁', 'א', '+', '👩‍🔧', '—'])('%s is a text', async (title) => {
    expect((await api.as(customer).post('/v1/tasks', posting({ title }))).status).toBe(201);
  });

  it('this also holds for names of an account and for reasons', async () => {
    const staff = await api.join(['operator']);
    const account = { id: customer.id };
    const reasons = '\u3164\u2800';
    const done = await command(api, staff, account as never, 'suspend', { ground: 'threat', reasons });
    expect(done.problem?.code).toBe('invalid-input');
    const renamed = await api.as(customer).patch('/v1/accounts/me', { name: '\u3164' }, { key: randomUUID() });
    expect(renamed.problem?.code).toBe('invalid-input');
  });
});
