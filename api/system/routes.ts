/** Routes for operating the system. */
import { z } from 'zod';
import { openMetrics } from '../../metrics.ts';
import type { Platform } from '../../platform.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';

const Health = z.object({ status: z.literal('ok') });

export function systemRoutes({ lives }: Platform, document: () => object): Route[] {
  const metrics = openMetrics(lives);
  let made: object | undefined;
  return [
    route({
      method: 'get',
      path: '/healthz',
      operation: 'isAlive',
      summary: 'The process is alive',
      access: 'public',
      answers: { 200: Health },
      problems: [],
      handle: async () => ({ body: { status: 'ok' } }),
    }),
    route({
      method: 'get',
      path: '/readyz',
      operation: 'isReady',
      summary: 'The process is ready: its database answers',
      access: 'public',
      answers: { 200: Health },
      problems: ['unavailable'],
      async handle() {
        await lives.database.authenticate();
        return { body: { status: 'ok' } };
      },
    }),
    route({
      method: 'get',
      path: '/metrics',
      operation: 'readMetrics',
      summary: 'Metrics for Prometheus',
      access: 'inside',
      answers: { 200: z.string() },
      contentType: 'text/plain; version=0.0.4',
      problems: [],
      handle: async () => ({ body: await metrics.metrics() }),
    }),
    route({
      method: 'get',
      path: '/openapi.json',
      operation: 'readOpenApi',
      summary: 'This API as an OpenAPI 3.1 document',
      access: 'public',
      answers: { 200: z.looseObject({ openapi: z.string() }).meta({ id: 'OpenApi' }) },
      cacheable: true,
      problems: [],
      async handle() {
        made ??= document();
        return { body: made };
      },
    }),
  ];
}
