import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { checkedFile, image, sendFile } from '../../testing/lives/files.ts';
import { pdfOf } from '../../testing/lives/own-papers.ts';
import { closes } from '../../testing/people/closing.ts';
import type { Account, Newcomer } from '../../testing/people/registration.ts';
import { command, read, settle } from '../../testing/people/registration.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import type { Contractor } from './schema.ts';

type Shown = z.output<typeof Contractor>;

let api: Api;
let reader: Person;
let staff: Person;
beforeAll(async () => {
  api = await openApi({ limits: { requests: 1_000_000 } });
  [reader, staff] = await Promise.all([api.join(['customer']), api.join(['operator'])]);
});
afterAll(() => api.close());

interface Made {
  person: Newcomer;
  account: Account;
}
const shown = async ({ account }: Made) => (await api.as(reader).get<Shown>(`/v1/contractors/${account.id}`)).body;
const describes = ({ person, account }: Made, profile: object) =>
  command(api, person, account, 'describe', { profile: { headline: 'Мастер', ...profile } });
const refusalOf = ({ problem }: { problem?: { code?: string; rule?: string } | undefined }): unknown[] => [problem?.code, problem?.rule];

describe('skills, languages and places of a profile', () => {
  it('are shown to others, and a newer version has its own', async () => {
    const made = await settle(api);
    const given = { skills: ['plumbing', 'electricity'], languages: ['kk', 'ru', 'de'], places: ['medeu-almaty', 'astana'] };
    expect((await describes(made, given)).status).toBe(200);
    expect(await shown(made)).toMatchObject(given);
    expect((await read(api, made.person)).profile).toMatchObject({ ...given, contactsHidden: null });
    expect((await describes(made, {})).status).toBe(200);
    expect(await shown(made)).toMatchObject({ skills: [], languages: [], places: [], photo: null, portfolio: [] });
  });

  it.each([
    ['an unknown skill', { skills: ['alchemy'] }],
    ['a skill twice', { skills: ['plumbing', 'plumbing'] }],
    ['an unknown place', { places: ['atlantis'] }],
    ['an unknown language', { languages: ['xx'] }],
    ['a language by another standard', { languages: ['kaz'] }],
    ['no file', { photo: 'me.png' }],
    ['a file twice', { portfolio: Array.from({ length: 2 }, () => ({ file: '01980000-0000-7000-8000-000000000001', caption: 'x' })) }],
    ['a work without a caption', { portfolio: [{ file: randomUUID() }] }],
    ['a caption that nobody sees', { portfolio: [{ file: randomUUID(), caption: '\u200b\u2060' }] }],
  ])('are refused with %s', async (_, profile) => {
    expect(refusalOf(await describes(await settle(api), profile))).toEqual(['invalid-input', undefined]);
  });

  it('are as many as parameters say', async () => {
    const made = await settle(api);
    await setParameter(api.owner, 'skillsPerProfile', 1);
    await setParameter(api.owner, 'placesPerProfile', 1);
    expect(refusalOf(await describes(made, { skills: ['plumbing', 'photo'] }))).toEqual(['rule-refused', 'skillsAreFew']);
    expect(refusalOf(await describes(made, { places: ['almaty', 'astana'] }))).toEqual(['rule-refused', 'placesAreFew']);
    expect((await describes(made, { skills: ['photo'], places: ['almaty'] })).status).toBe(200);
    await setParameter(api.owner, 'skillsPerProfile', 20);
    await setParameter(api.owner, 'placesPerProfile', 20);
  });
});

describe('the texts of a profile', () => {
  it.each([
    ['a phone number', 'Звоните +7 701 123-45-67 в любое время', 'Звоните +••• в любое время'],
    ['one between marks that nobody sees', 'Звоните +7\u200b701\u2060123\u200d45 67', 'Звоните +•••'],
    ['a link', 'Работы на https://instagram.example/master', 'Работы на •••'],
    ['a messenger', 'Пишите в ватсап', 'Пишите в •••'],
    ['marks that turn the direction', 'Мастер \u202eавтсам\u202c', 'Мастер автсам'],
  ])('are read by others without %s, wherever they stand', async (_, written, read_) => {
    const made = await settle(api);
    const services = [{ title: written, about: written }];
    expect((await describes(made, { headline: written, about: written, services })).status).toBe(200);
    expect(await shown(made)).toMatchObject({ headline: read_, about: read_, services: [{ title: read_, about: read_ }] });
    const { profile } = await read(api, made.person);
    expect(profile).toMatchObject({ headline: written, about: written });
    expect(profile?.contactsHidden === null).toBe(!read_.includes('•'));
  });

  it('cannot be found by a hidden phone number', async () => {
    const made = await settle(api);
    await describes(made, { about: 'Неповторимый, 87011234599' });
    const found = async (words: string) =>
      (await api.as(reader).get<{ items: Shown[] }>(`/v1/contractors?search=${words}`)).body.items.map(({ id }) => id);
    expect([await found('неповторимый'), await found('87011234599')]).toEqual([[made.account.id], []]);
  });
});

describe('the pictures of a profile', () => {
  const statusOf = async (person: Person, file: string): Promise<number> => (await api.as(person).get(`/v1/files/${file}`)).status;

  it('are copies that every reader of the profile gets, until a version omits them or the account is closed', async () => {
    await api.withWorker(async () => {
      const made = await settle(api);
      const [photo, work, later] = await Promise.all([1, 2, 3].map(() => checkedFile(api, made.person)));
      if (photo === undefined || work === undefined || later === undefined) throw new Error('no files');
      expect(await statusOf(reader, photo)).toBe(404);
      expect((await describes(made, { photo, portfolio: [{ file: work, caption: 'Кухня, тел. 87011234567' }] })).status).toBe(200);
      const profile = await shown(made);
      expect(profile).toMatchObject({
        photo: { id: photo, href: `/v1/files/${photo}` },
        portfolio: [{ id: work, caption: 'Кухня, тел. •••' }],
      });
      for (const file of [photo, work]) {
        expect(await statusOf(reader, file)).toBe(200);
        expect((await api.as(reader).get(`/v1/files/${file}/content`)).status).toBe(200);
        expect((await api.as(reader).get(`/v1/files/${file}/content?form=original`)).status).toBe(404);
        expect((await api.as(made.person).get(`/v1/files/${file}/content?form=original`)).status).toBe(200);
      }
      for (const link of [profile.photo?.links.content, profile.photo?.links.thumbnail])
        expect((await api.as().get(String(link))).status).toBe(200);
      expect(await statusOf(reader, later)).toBe(404);
      // The chain has the hashes, and the account reads which files hang on it.
      const { items } = (
        await api.as(made.person).get<{ items: { type: string; input: { files?: object[] } }[] }>(`/v1/accounts/${made.account.id}/events`)
      ).body;
      expect(items.find(({ type }) => type === 'describe')?.input.files).toHaveLength(2);

      expect((await describes(made, { photo: later })).status).toBe(200);
      expect([await statusOf(reader, photo), await statusOf(reader, work), await statusOf(reader, later)]).toEqual([404, 404, 200]);
      expect([await statusOf(made.person, photo), await statusOf(staff, photo)]).toEqual([200, 200]);
      await closes(api, made.person);
      expect(await statusOf(reader, later)).toBe(404);
    });
  });

  it('must be own, checked images, as few as a parameter says', async () => {
    await api.withWorker(async () => {
      const [made, other] = await Promise.all([settle(api), settle(api)]);
      const [own, others, paper] = await Promise.all([
        checkedFile(api, made.person),
        checkedFile(api, other.person),
        checkedFile(api, made.person, await pdfOf('A certificate')),
      ]);
      const asPhoto = (photo: string) => describes(made, { photo });
      const inPortfolio = (...files: string[]) => describes(made, { portfolio: files.map((file) => ({ file, caption: 'x' })) });
      for (const file of [others, randomUUID()]) {
        expect(refusalOf(await asPhoto(file))).toEqual(['rule-refused', 'filesAreUsable']);
        expect(refusalOf(await inPortfolio(own, file))).toEqual(['rule-refused', 'filesAreUsable']);
      }
      expect(refusalOf(await asPhoto(paper))).toEqual(['rule-refused', 'filesAreImages']);
      expect(refusalOf(await inPortfolio(own, paper))).toEqual(['rule-refused', 'filesAreImages']);
      expect(await read(api, made.person)).toMatchObject({ profile: null });
      // Nobody else's profile shows the file, whatever it names.
      expect((await describes(other, { photo: others })).status).toBe(200);
      await setParameter(api.owner, 'filesPerProfile', 1);
      expect((await describes(made, { photo: own, portfolio: [{ file: own, caption: 'The same' }] })).status).toBe(200);
      const another = await checkedFile(api, made.person);
      expect(refusalOf(await inPortfolio(own, another))).toEqual(['rule-refused', 'filesAreFew']);
      await setParameter(api.owner, 'filesPerProfile', 21);
    });
    // Nobody looks at files now.
    const made = await settle(api);
    const unchecked = await sendFile(api, made.person, await image());
    expect(refusalOf(await describes(made, { photo: unchecked }))).toEqual(['rule-refused', 'filesAreUsable']);
  });
});
