import type { AccountContext } from '../../charts/account/types.ts';
import { statement } from '../../models/statement.ts';
import type { Projection } from '../projection.ts';
import { projectWork } from './work.ts';

/**
 * One statement keeps the row, its members, and the acceptance it stands under, and ends the sessions of whoever is a member no longer, or all of them.
 * Names are read from where they can be erased.
 */
const project = statement(
  'account-project',
  `with details as (select (select body from erasable_text where id = $4) as body),
   ended as (
     update session set ended_at = clock_timestamp() from account
     where account.id = $1 and session.account = $1 and session.ended_at is null
       and (account.sessions_voided_at is distinct from $17::timestamptz or not ($3::jsonb ? session.person::text))),
   own as (
     insert into account (id, name, email, language, kind, roles, staff, standing, may_act, may_open, paused, offer_accepted, offer_shown,
       offer_declined, acceptance, tax_status, seq, sessions_voided_at)
     select $1, coalesce(body ->> 'name', ''), body ->> 'email', coalesce(body ->> 'language', 'ru'), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
       $15, $16, $2, $17
     from details
     on conflict (id) do update set name = excluded.name, email = excluded.email, language = excluded.language, kind = excluded.kind,
       roles = excluded.roles, staff = excluded.staff, standing = excluded.standing, may_act = excluded.may_act, may_open = excluded.may_open,
       paused = excluded.paused, offer_accepted = excluded.offer_accepted, offer_shown = excluded.offer_shown,
       offer_declined = excluded.offer_declined, acceptance = excluded.acceptance, tax_status = excluded.tax_status, seq = excluded.seq,
       sessions_voided_at = excluded.sessions_voided_at
     returning id),
   gone as (delete from membership where account = $1 and not ($3::jsonb ? person::text))
   insert into membership (account, person, roles)
   select own.id, key::uuid, array(select jsonb_array_elements_text(value)) from own, jsonb_each($3::jsonb)
   on conflict (account, person) do update set roles = excluded.roles`,
);

const keepAcceptance = statement(
  'account-acceptance',
  `insert into offer_acceptance (id, account, revision, form, seq, at) values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`,
);

const keepProfile = statement(
  'account-profile',
  `insert into contractor_profile (account, number, version, headline, about, services, changed_at)
   select $1, $5, $2, body ->> 'headline', coalesce(body ->> 'about', ''), coalesce(body -> 'services', '[]'), $4
   from (select body -> 'profile' as body from erasable_text where id = $3) as described
   on conflict (account) do update set version = excluded.version, headline = excluded.headline, about = excluded.about,
     services = excluded.services, changed_at = excluded.changed_at where contractor_profile.version < excluded.version`,
);

/** Keeps the read model of an account. */
export const projectAccount: Projection = async (transaction, life) => {
  const { number, seq, state, tags, context, at } = life;
  const account = context as AccountContext;
  const { id, kind, customer, contractor, staff, members, details, offer, shown, declined, tax, profile, sessionsVoidedAt } = account;
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
  ]);
  await projectWork(transaction, life);
  if (offer) await keepAcceptance(transaction, [offer.acceptance, id, offer.revision, offer.form, seq, offer.at]);
  if (profile) await keepProfile(transaction, [id, profile.version, profile.text.text, at, number]);
};
