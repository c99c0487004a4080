/** An account as its owners and the operator see it. */
import type { z } from 'zod';
import type { AccountContext, GroundTerms } from '../../charts/account/types.ts';
import type { ErasableRef, Party } from '../../charts/law.ts';
import type { Language, Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import { operatorOn } from '../../documents/operator.ts';
import { FREE_FOR_CONTRACTORS } from '../../documents/tariff-words.ts';
import { findAccount, identifierOf, namesakesOf } from '../../models/stores/account.ts';
import { emailCodeSent } from '../../models/stores/email-code.ts';
import { readTexts } from '../../models/stores/erasable-text.ts';
import { hasPapers, keptName, stagesOf } from '../../models/stores/erasure.ts';
import { limitsOn } from '../../models/stores/invoice.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { numbersOf } from '../../models/stores/person.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import { maskedIdentifier, maskedPhone } from '../../rules/masking.ts';
import type { Profile } from '../../rules/public-profile.ts';
import { hidesContacts } from '../../rules/public-profile.ts';
import { USUAL_WAY } from '../../rules/way-of-payment.ts';
import { presentNewTasks } from '../invoices/limits.ts';
import { revisionInForce } from '../offer/in-force.ts';
import type { MoneyOrder } from '../proposals/schema.ts';
import { unlessErased } from '../resource/erased.ts';
import { presentIdentity } from '../resource/identity.ts';
import { publicId } from '../resource/public-id.ts';
import type { Spoken } from '../resource/resource.ts';
import { presentRetention, retentionTerms } from './retention.ts';
import type { AccountFacts } from './schema.ts';

const CONTACTS_HIDDEN: Localized = said(
  'Профильдегі байланыс деректері (телефон, сілтеме, мекенжай) басқаларға көрсетілмейді. Тапсырма тараптары бір-бірінің телефонын мәміле жасалғаннан кейін көреді.',
  'Контакты в профиле (телефон, ссылки, адреса) другим не показываются. Стороны задания увидят телефоны друг друга после заключения сделки.',
  'The contacts in the profile (phone, links, addresses) are not shown to others. The parties of a task see the phone of each other once there is a deal.',
);

const presentProfile = (version: number, profile: Profile, language: Language) => {
  const { headline, about = '', services = [], skills = [], languages = [], places = [], photo = null, portfolio = [] } = profile;
  return {
    ...{ version, headline, about, services, skills, languages, places, photo, portfolio },
    contactsHidden: hidesContacts(profile) ? CONTACTS_HIDDEN[language] : null,
  };
};

/** Restricted data are masked for every reader. */
export async function presentAccount(
  platform: Platform,
  context: AccountContext,
  { party, tags, language }: { party: Party; tags: ReadonlySet<string>; language: Language },
): Promise<z.output<typeof AccountFacts>> {
  const { database } = platform.lives;
  const {
    id,
    kind,
    staff,
    members,
    offer,
    shown,
    declined,
    tax,
    taxRefused,
    profile,
    report,
    sanction,
    appeal,
    verification,
    withdrawal,
    newEmail,
    emailRefused = false,
    invitations,
    reidentifications,
  } = context;
  const references = [
    tax?.evidence,
    taxRefused,
    profile?.text,
    report,
    sanction?.reasons,
    sanction?.order,
    appeal?.reasons,
    appeal?.refusal,
    withdrawal,
  ];
  const [row, code, numbers, texts, inForce, namesakes, stages, papers, parameters, limits] = await Promise.all([
    findAccount(database, id),
    newEmail === undefined ? undefined : emailCodeSent(database, id, newEmail),
    numbersOf(database, [...Object.keys(members), ...Object.values(invitations).map(({ person }) => person)]),
    readTexts(
      database,
      references.flatMap((each) => each?.text ?? []),
    ),
    revisionInForce(database),
    party === 'operator' ? namesakesOf(database, id) : null,
    stagesOf(database, id),
    hasPapers(database, id),
    readParameters(database),
    context.customer === undefined ? null : limitsOn(database, id),
  ]);
  const read = (reference: ErasableRef | undefined, field: string): unknown => texts.get(reference?.text ?? '')?.[field] ?? null;
  const reasonsOf = (reference: ErasableRef | undefined) => read(reference, 'reasons') as string | null;
  const isTold = sanction?.terms.told === true || party === 'operator';
  const described = read(profile?.text, 'profile') as Profile | null;
  const identifier = row ? identifierOf(database, row) : null;
  return {
    kind,
    roles: (['customer', 'contractor'] as const).filter((role) => context[role] !== undefined),
    contractorPays: context.contractor === undefined ? null : FREE_FOR_CONTRACTORS[language],
    staff,
    // The operator answers for the papers of a closed account, as long as the law keeps them.
    name: unlessErased(row?.name || (row && party === 'operator' ? keptName(database, row) : null), language),
    email: row?.newEmail ?? row?.email ?? null,
    emailConfirmation:
      newEmail === undefined && !emailRefused
        ? null
        : {
            lettersGoTo: row?.email ?? null,
            refused: emailRefused,
            codeSentAt: code?.sent_at.toISOString() ?? null,
            codeValidUntil: code?.expires_at.toISOString() ?? null,
          },
    language: row?.language ?? 'ru',
    identifier: identifier === null ? null : maskedIdentifier(identifier),
    identity: {
      ...presentIdentity(row?.proof != null, language),
      displaced: tags.has('displaced'),
      withdrawal: reasonsOf(withdrawal),
      namesakes: namesakes?.map(({ id: account, ...of }) => ({ account, ...of })) ?? null,
    },
    members: Object.entries(members).map(([person, roles]) => ({ person, number: maskedPhone(numbers.get(person) ?? ''), roles })),
    invitations: Object.entries(invitations).map(([invitation, { person, roles, until }]) => ({
      id: invitation,
      number: maskedPhone(numbers.get(person) ?? ''),
      roles,
      until,
    })),
    offer:
      kind === 'staff'
        ? null
        : {
            inForce,
            accepted: offer
              ? { acceptance: offer.acceptance, revision: offer.revision, at: offer.at, form: offer.form, shownAt: offer.shownAt ?? null }
              : null,
            shown: shown ?? null,
            declined: declined ?? null,
            next: nextStep(context, inForce),
          },
    tax: tax
      ? {
          status: tax.status,
          until: tax.until ?? null,
          exemption: tax.exemption ?? null,
          confirmed: tax.confirmed,
          evidence: read(tax.evidence, 'evidence') as string | null,
        }
      : null,
    taxRefused: reasonsOf(taxRefused),
    profile: profile && described ? presentProfile(profile.version, described, language) : null,
    payment: context.customer === undefined ? null : (context.payment ?? USUAL_WAY),
    messageLetters: context.messageLetters ?? true,
    searchLetters: context.searchLetters ?? true,
    contractorLetters: context.contractorLetters ?? true,
    signsActs: context.signsActs ?? false,
    mayAct: tags.has('mayAct'),
    mayBegin: tags.has('mayOpen') && !tags.has('displaced'),
    newTasks: limits && presentNewTasks(limits, operatorOn(platform.operatorEntity, parameters, todayInAlmaty()), language),
    paused: tags.has('paused'),
    report: reasonsOf(report),
    sanction: sanction
      ? {
          at: sanction.at,
          ground: sanction.ground ?? null,
          reasons: isTold ? reasonsOf(sanction.reasons) : null,
          ...(party === 'operator' && { order: read(sanction.order, 'order') as z.output<typeof MoneyOrder> | null }),
          appealUntil: sanction.appealUntil,
          appeal: appeal
            ? {
                reasons: reasonsOf(appeal.reasons),
                decideBy: appeal.decideBy,
                late: appeal.late === true,
                refused: appeal.refusal !== undefined,
                refusal: isTold ? reasonsOf(appeal.refusal) : null,
              }
            : null,
        }
      : null,
    verification: verification === undefined ? null : publicId(verification),
    reidentifications: Object.keys(reidentifications).map(publicId),
    retention: presentRetention({ stages, hasPapers: papers, terms: retentionTerms(parameters) }, language),
  };
}

/** The operator's reasons outside sanctions: the account shows them. */
const APART = ['verify', 'restoreAccess', 'refuseTaxStatus', 'reportAccess'];

/** Nobody reads payout details but masked. The account reads its requisites apart, by members with the role for it: they name persons and bank accounts. */
export const withheldOfAccount = (spoken: readonly Spoken[], party: Party): ReadonlySet<number> =>
  party === 'operator'
    ? seqsOf(spoken, 'setPayoutDetails')
    : wordsOfUntoldSanctions(spoken).union(seqsOf(spoken, 'setRequisites', 'setPayoutDetails'));

const seqsOf = (spoken: readonly Spoken[], ...types: string[]): Set<number> =>
  new Set(spoken.flatMap(({ seq, type }) => (types.includes(type) ? [seq] : [])));

/**
 * If the user must not learn a sanction's ground (4.4.2), these reasons would reveal it, and so would those of later decisions about it. So only the
 * operator reads them until the sanction is lifted.
 */
function wordsOfUntoldSanctions(spoken: readonly Spoken[]): Set<number> {
  const hidden = new Set<number>();
  let isTold = true;
  for (const { seq, by, type, input } of spoken) {
    if (type === 'suspend' || type === 'terminate') isTold = (input as { terms: GroundTerms }).terms.told;
    if (!isTold && by === 'operator' && !APART.includes(type)) hidden.add(seq);
    if (type === 'lift' || type === 'grantAppeal') isTold = true;
  }
  return hidden;
}

/** What the account must do about the offer before it may act. */
function nextStep({ offer, shown, declined }: AccountContext, inForce: string): 'accept' | 'acknowledge' | null {
  // A declined revision is not shown again: it must be accepted explicitly.
  if (offer === undefined || declined === inForce) return 'accept';
  return offer.revision === inForce || shown?.revision === inForce ? null : 'acknowledge';
}
