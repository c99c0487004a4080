/** The terms of a task whose customer names none: what everybody may read before there is a task. */
import { z } from 'zod';
import { readParameters } from '../../models/stores/parameter.ts';
import { revisionOn, tariffRevisions } from '../../models/stores/tariff.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import { commissionOfPlan, STANDARD } from '../../rules/tariff.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { presentTerms } from './presenter.ts';
import { Term } from './schema.ts';
import { termsAt } from './terms.ts';

const UsualTerms = z
  .object({ items: z.array(Term) })
  .meta({ id: 'UsualTerms', description: 'What a task posted today has, if its customer names no other terms' });

export const usualTermRoutes = ({ lives: { database }, payments }: Platform): Route[] => [
  route({
    method: 'get',
    path: '/v1/usual-terms',
    operation: 'readUsualTerms',
    summary: 'The usual terms of a task that is posted today, in words. Needs no login',
    access: 'public',
    answers: { 200: UsualTerms },
    problems: ['unavailable'],
    async handle({ language }) {
      const today = todayInAlmaty();
      const [rows, revisions] = await Promise.all([readParameters(database), tariffRevisions(database)]);
      const standard = revisionOn(revisions, today).plans.find(({ code }) => code === STANDARD);
      const longestHold = payments.forPayer({ isCompany: false }).holdDays;
      const terms = termsAt(rows, today, {}, { commission: commissionOfPlan(standard ?? {}), longestHold });
      return { body: { items: presentTerms(terms, language) } };
    },
  }),
];
