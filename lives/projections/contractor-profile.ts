import type { Transaction } from 'sequelize';
import type { AccountContext } from '../../charts/account/types.ts';
import { wordsOfCategory, wordsOfPlace } from '../../models/reference-trees.ts';
import { statement } from '../../models/statement.ts';
import type { Profile } from '../../rules/public-profile.ts';
import { publicProfile } from '../../rules/public-profile.ts';
import { indexed } from '../../rules/search-index.ts';
import type { Projected } from '../projection.ts';
import { wordingOf } from './wording.ts';

const lacks = statement('profile-new', 'select where not exists (select from contractor_profile where account = $1 and version >= $2)');

/** A closed task and a review change the reputation first and then the profile. So does this, and no change is lost between the two. */
const lockReputation = statement(
  'profile-reputation',
  `insert into reputation (account, party) values ($1, 'contractor')
   on conflict (account, party) do update set tasks_done = reputation.tasks_done`,
);

const keep = statement(
  'profile-keep',
  `insert into contractor_profile (account, number, version, headline, about, services, skills, languages, places, photo, portfolio, changed_at, search,
     listed, proved, rating, reviews, tasks_done)
   select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, search_vector($13, $14, $15), account.may_open and not account.displaced,
     account.proof is not null, coalesce(round(done.stars::numeric / nullif(done.reviews, 0), 1), 0), done.reviews, done.tasks_done
   from account join reputation as done on done.account = account.id and done.party = 'contractor' where account.id = $1
   on conflict (account) do update set version = excluded.version, headline = excluded.headline, about = excluded.about,
     services = excluded.services, skills = excluded.skills, languages = excluded.languages, places = excluded.places, photo = excluded.photo,
     portfolio = excluded.portfolio, search = excluded.search, changed_at = excluded.changed_at, era = excluded.era, xid = excluded.xid`,
);

/** Keeps what others read of a profile, where the chain has a later version. Nothing is kept of one whose text was erased. */
export async function projectProfile(transaction: Transaction, { id, profile }: AccountContext, { number, at }: Projected): Promise<void> {
  if (!profile || (await lacks(transaction, [id, profile.version])).length === 0) return;
  const { profile: given } = (await wordingOf(transaction, profile.text)) as { profile?: Profile };
  if (!given) return;
  const { headline, about = '', services = [], skills = [], languages = [], places = [], photo, portfolio = [] } = publicProfile(given);
  const titles = [headline, ...services.map(({ title }) => title)];
  const texts = [about, ...services.flatMap((each) => [each.about ?? '', each.unit ?? '']), ...portfolio.map(({ caption }) => caption)];
  const { words, stems, spellings } = indexed(
    [...titles, ...texts, ...skills.flatMap(wordsOfCategory), ...places.flatMap(wordsOfPlace)],
    titles,
  );
  await lockReputation(transaction, [id]);
  await keep(transaction, [
    ...[id, number, profile.version, headline, about, JSON.stringify(services), skills, languages, places, photo],
    ...[JSON.stringify(portfolio), at, words, stems, spellings],
  ]);
}
