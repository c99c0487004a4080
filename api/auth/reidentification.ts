/** A lost device or a changed number (1.2), requested by a person who cannot log in. The request creates a life. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Localized } from '../../charts/messages.ts';
import type { AskInput } from '../../charts/reidentification/types.ts';
import { commit } from '../../lives/commit.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { concernedBy, tellAccounts } from '../../lives/tell-accounts.ts';
import type { PersonRow } from '../../models/stores/person.ts';
import { personOfNumber } from '../../models/stores/person.ts';
import { isReidentified } from '../../models/stores/reidentification.ts';
import { numberHash } from '../../models/stores/sms.ts';
import type { Platform } from '../../platform.ts';
import { requireNumber } from '../accounts/phone.ts';
import { Problem, refusalBy } from '../errors.ts';
import { sealTexts } from '../free-text.ts';
import { numberInLog } from '../log-names.ts';
import { reidentificationTerms } from '../reidentifications/terms.ts';
import type { Caller, Route } from '../route.ts';
import { route } from '../route.ts';
import type { Act } from './audit.ts';
import { actAlone, requireDone } from './audit.ts';
import type { RightCode } from './codes.ts';
import { proveCode } from './codes.ts';
import { numberStillBelongs, proveDevice, provePassword } from './credentials.ts';
import { countRequest } from './document-requests.ts';
import { inEvenTime } from './lockout.ts';
import { AskReidentification, ReidentificationAsked } from './schema.ts';

type Asked = z.output<typeof AskReidentification>;

/** The same whether the number is known or not. */
const MESSAGE: Localized = {
  kk: 'Өтініш қабылданды. Егер ескі нөмір тіркелген болса, ол туралы сол нөмірге хабарланады; нөмір күту мерзімінен кейін ауысады.',
  ru: 'Запрос принят. Если старый номер зарегистрирован, на него уйдёт сообщение; номер сменится после срока ожидания.',
  en: 'The request was taken. If the old number is known, it gets a text; the number changes after a waiting time.',
};
const SAME_NUMBER: Localized = {
  kk: 'Жаңа нөмір ескісімен бірдей: жай ғана кодпен кіріңіз.',
  ru: 'Новый номер совпадает со старым: просто войдите по коду.',
  en: 'The new number is the old one: simply log in by a code.',
};

export function reidentificationRequests(platform: Platform): Route[] {
  const { lives, dispatch } = platform;
  const { database, keys } = lives;

  /** The person of the old number, as far as the proof shows it. Undefined if documents must show it and the number is unknown. */
  const prove = async ({ number, proof }: Pick<Asked, 'number' | 'proof'>, caller: Caller): Promise<PersonRow | undefined> => {
    if ('documents' in proof) {
      // Nothing is proved yet, so each counts: the old number gets one text of it in a day, and no more.
      const known = await personOfNumber(database, number);
      await countRequest(platform, caller, number);
      return known;
    }
    const { person } =
      'device' in proof
        ? await proveDevice(platform, 'reidentify', proof)
        : await provePassword(platform, caller, { number, password: proof.password });
    if (person?.number !== number) throw new Problem('proof-refused', {}, { way: 'device-key', about: numberInLog(keys, number) });
    return person;
  };

  /** Begins it, if the person is known and no other one runs. The code is used up in any case. */
  const begin = async (person: PersonRow | undefined, { proof }: Asked, code: RightCode): Promise<boolean> => {
    const act: Act = { preconditions: [code.stillHolds], inSameTransaction: code.use };
    if (person === undefined) {
      await actAlone(database, act);
      return false;
    }
    const life = `reidentification/${randomUUID()}`;
    const key = `reidentify/${life}`;
    const former = sealTexts(keys, `${key}/former`, { number: person.number });
    const number = sealTexts(keys, `${key}/number`, { number: code.number });
    const evidence = 'documents' in proof ? sealTexts(keys, `${key}/evidence`, { evidence: proof.documents }) : undefined;
    const input: AskInput = {
      id: life,
      person: person.id,
      formerNumber: former.reference,
      number: number.reference,
      proof: 'documents' in proof ? 'documents' : 'device' in proof ? 'device' : 'password',
      ...(evidence && { evidence: evidence.reference }),
      ...(await concernedBy(lives, person.id)),
      terms: await reidentificationTerms(database),
    };
    const isTheOnlyOne: Precondition = async (transaction) =>
      (await isReidentified(transaction, person.id)) ? refusalBy('not-in-this-state', '1.2') : undefined;
    const committed = await commit(lives, {
      ...{ life, idempotencyKey: key, type: 'ask', by: 'platform', input, create: true },
      preconditions: [numberStillBelongs(database, person), code.stillHolds, isTheOnlyOne],
      inSameTransaction: code.use,
      // Documents are checked later. Until then the caller is only somebody with another number.
      actor: 'documents' in proof ? { note: numberHash(keys, code.number) } : { person: person.id },
      texts: [former.row, number.row, ...(evidence ? [evidence.row] : [])],
    });
    dispatch(committed.updates);
    if (committed.outcome === 'refused') {
      if (committed.refusal.rule !== 'not-in-this-state') requireDone(committed.refusal);
      await actAlone(database, act);
      return false;
    }
    // Who is proved is believed at once. The effect does the same if this process dies.
    if (!('documents' in proof)) await tellAccounts(lives, dispatch, life, key);
    return true;
  };

  return [
    route({
      method: 'post',
      path: '/v1/reidentifications',
      operation: 'askReidentification',
      summary:
        'Change the authorised number without a login (1.2). A code proves the new number; a password, device or documents prove the person',
      access: 'public',
      body: AskReidentification,
      answers: { 202: ReidentificationAsked },
      problems: ['invalid-input', 'proof-refused', 'proof-of-work-needed', 'not-in-this-state', 'unavailable'],
      security: 'number-change-asked',
      async handle({ body, language, caller }) {
        const asked = { ...body, number: requireNumber(body.number, language) };
        const code = await proveCode(platform, caller, 'reidentify', asked);
        if (code.number === asked.number) {
          const message = SAME_NUMBER[language];
          throw new Problem('invalid-input', { detail: message, errors: [{ path: 'number', message }] });
        }
        const person = await prove(asked, caller);
        const begun = begin(person, asked, code);
        // A caller with documents only must not learn whether the number is known, from neither the response nor its time.
        if ('documents' in asked.proof) await inEvenTime(begun);
        else if (!(await begun)) throw new Problem('not-in-this-state', { clause: '1.2' });
        const kind = 'documents' in asked.proof ? 'documents' : 'device' in asked.proof ? 'device-key' : 'password';
        return { status: 202, body: { message: MESSAGE[language] }, forLog: { proof: kind, about: numberInLog(keys, asked.number) } };
      },
    }),
  ];
}
