/** Notices on the screen of a browser (Web Push): whether they are offered, and the browser of the caller's session. */
import { z } from 'zod';
import { isBrowserKey } from '../../gateways/push/encrypt.ts';
import { isOfService } from '../../gateways/push/services.ts';
import { dropSubscription, hasSubscription, keepSubscription } from '../../models/stores/push.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';

const PushState = z
  .object({
    key: z
      .string()
      .nullable()
      .meta({ description: 'The `applicationServerKey` for the subscription. Null where no such notices are sent' }),
    on: z.boolean().meta({ description: 'Whether the browser of this session gets notices' }),
  })
  .meta({ id: 'PushState' });

/** Of what `PushSubscription.toJSON()` gives. */
const Subscribe = z.strictObject({
  endpoint: z.string().max(1_000).meta({ description: 'At one of the push services of the browsers' }),
  keys: z.strictObject({
    p256dh: z
      .string()
      .max(87)
      .regex(/^[\w-]{87}$/)
      .refine(isBrowserKey, 'is no key of a browser'),
    auth: z
      .string()
      .max(22)
      .regex(/^[\w-]{22}$/),
  }),
});

export function pushRoutes({ lives: { database }, offeredPush: offered }: Platform): Route[] {
  const key = offered?.key ?? null;
  return [
    route({
      method: 'get',
      path: '/v1/push',
      operation: 'readPush',
      summary: 'Whether notices come to the screen of this browser, and the key to ask for them',
      access: 'session',
      always: true,
      answers: { 200: PushState },
      problems: [],
      handle: async ({ session }) => ({ body: { key, on: await hasSubscription(database, session.id) } }),
    }),
    route({
      method: 'put',
      path: '/v1/push',
      operation: 'subscribePush',
      summary: 'Get notices on the screen of this browser, until the session ends. They say what the subjects of the letters say',
      access: 'session',
      body: Subscribe,
      answers: { 200: PushState },
      problems: ['not-found'],
      async handle({ body: { endpoint, keys }, session }) {
        if (offered === null) throw new Problem('not-found');
        if (!isOfService(endpoint, offered.services))
          throw new Problem('invalid-input', { errors: [{ path: 'endpoint', message: 'is at no push service of a browser' }] });
        await keepSubscription(database, session.id, { endpoint, ...keys });
        return { body: { key, on: true } };
      },
    }),
    route({
      method: 'delete',
      path: '/v1/push',
      operation: 'unsubscribePush',
      summary: 'Get no more notices on the screen of this browser',
      access: 'session',
      always: true,
      answers: { 200: PushState },
      problems: [],
      async handle({ session }) {
        await dropSubscription(database, session.id);
        return { body: { key, on: false } };
      },
    }),
  ];
}
