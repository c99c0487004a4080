import type { AccountContext } from '../../charts/account/types.ts';
import { statement } from '../../models/statement.ts';
import { beginErasure } from '../../models/stores/erasure.ts';
import type { Projection } from '../projection.ts';
import { projectProfile } from './contractor-profile.ts';
import { newWording } from './wording.ts';
import { projectWork } from './work.ts';

/**
 * One statement keeps the row, its members and invitations, and the acceptance it stands under, and ends the sessions of whoever is a member no longer,
 * or all of them. If access to an account in a person's own name was reported, the person's sessions for other accounts and for none end too. A name that did not change stays, unless its text was erased. The proof of the
 * IIN or BIN is written by the verification's own commit, before the account hears of it.
 */
const project = statement(
  'account-project',
  `with details as (select coalesce($18::jsonb,
     (select jsonb_build_object('name', name, 'language', language) from account where id = $1 and exists (select from erasable_text where id = $4 and sealed is not null))) as body),
   ended as (
     update session set ended_at = clock_timestamp() from account
     where account.id = $1 and session.ended_at is null
       and (account.sessions_voided_at is distinct from $17::timestamptz and (session.account = $1 or $11 and $5 <> 'company' and session.person::text = $23)
         or session.account = $1 and not ($3::jsonb ? session.person::text))),
   own as (
     insert into account (id, name, confirmed_details, new_details, language, kind, roles, staff, standing, may_act, may_open, paused, offer_accepted,
       offer_shown, offer_declined, acceptance, tax_status, seq, sessions_voided_at, signs_acts, displaced, requisites, payout_details)
     select $1, coalesce(body ->> 'name', ''), $20, $21, coalesce(body ->> 'language', 'ru'), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
       $15, $16, $2, $17, $19, $24, $27, $28
     from details
     on conflict (id) do update set name = excluded.name, confirmed_details = excluded.confirmed_details, new_details = excluded.new_details,
       language = excluded.language, kind = excluded.kind,
       roles = excluded.roles, staff = excluded.staff, standing = excluded.standing, may_act = excluded.may_act, may_open = excluded.may_open,
       paused = excluded.paused, offer_accepted = excluded.offer_accepted, offer_shown = excluded.offer_shown,
       offer_declined = excluded.offer_declined, acceptance = excluded.acceptance, tax_status = excluded.tax_status, seq = excluded.seq,
       sessions_voided_at = excluded.sessions_voided_at, signs_acts = excluded.signs_acts, displaced = excluded.displaced,
       requisites = excluded.requisites, payout_details = excluded.payout_details,
       proof = case when account.proof = $26 then account.proof else $25 end
     returning id),
   answered as (delete from invitation where account = $1 and not ($22::jsonb ? id::text)),
   invited as (
     insert into invitation (id, account, person, roles, invited_by, lapses_at)
     select key::uuid, own.id, (value ->> 'person')::uuid, array(select jsonb_array_elements_text(value -> 'roles')), (value ->> 'by')::uuid,
       (value ->> 'until')::timestamptz
     from own, jsonb_each($22::jsonb) on conflict (id) do nothing),
   gone as (delete from membership where account = $1 and not ($3::jsonb ? person::text))
   insert into membership (account, person, roles, staff, registered)
   select own.id, key::uuid, array(select jsonb_array_elements_text(value)), $5 = 'staff' and $8 <> 'closed', key = $23 from own, jsonb_each($3::jsonb)
   on conflict (account, person) do update set roles = excluded.roles, staff = excluded.staff, registered = excluded.registered`,
);

const keepAcceptance = statement(
  'account-acceptance',
  `insert into offer_acceptance (id, account, revision, form, seq, at) values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`,
);

/** Keeps the read model of an account. */
export const projectAccount: Projection = async (transaction, life) => {
  const { seq, state, tags, context, before } = life;
  const account = context as AccountContext;
  const {
    id,
    kind,
    customer,
    contractor,
    staff,
    members,
    invitations,
    registrant,
    details,
    confirmedEmail,
    newEmail,
    offer,
    shown,
    declined,
    tax,
    sessionsVoidedAt,
    signsActs = false,
    proof,
    verification,
    requisites,
    payoutDetails = {},
  } = account;
  const roles = [
    ...(customer === undefined ? [] : ['customer']),
    ...(contractor === undefined ? [] : ['contractor']),
    ...(kind === 'staff' ? ['operator'] : []),
  ];
  await project(transaction, [
    id,
    seq,
    JSON.stringify(members),
    details.text,
    kind,
    roles,
    staff,
    state,
    tags.has('mayAct'),
    tags.has('mayOpen'),
    tags.has('paused'),
    offer?.revision ?? null,
    shown?.revision ?? null,
    declined ?? null,
    offer?.acceptance ?? null,
    tax?.status ?? null,
    sessionsVoidedAt ?? null,
    await newWording(transaction, details, before && (before as AccountContext).details),
    signsActs,
    confirmedEmail ?? null,
    newEmail ?? null,
    JSON.stringify(invitations),
    registrant,
    tags.has('displaced'),
    proof ?? null,
    verification ?? null,
    requisites?.text ?? null,
    JSON.stringify(payoutDetails),
  ]);
  await projectWork(transaction, life);
  if (offer) await keepAcceptance(transaction, [offer.acceptance, id, offer.revision, offer.form, seq, offer.at]);
  await projectProfile(transaction, account, life);
  if (life.done) await beginErasure(transaction, id);
};
