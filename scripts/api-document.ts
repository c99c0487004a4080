import { routesOf } from '../api/app.ts';
import { openApi } from '../api/openapi.ts';
import { lifeTypes } from '../charts/index.ts';
import type { Platform } from '../platform.ts';
import type { ApiDocument } from '../web/api-types.ts';

/** Whatever is asked of it is the same again: routes are only described here, and none is called. */
const nothing: unknown = new Proxy(() => nothing, {
  get: (_target, name) => (name === Symbol.toPrimitive ? () => '' : name === 'then' ? undefined : nothing),
});

/** The OpenAPI document without a platform: what the API takes and answers follows from the charts and schemas alone. */
export function apiDocument(): ApiDocument {
  const lives = { types: lifeTypes, database: nothing, keys: nothing, log: nothing };
  const platform = new Proxy({ lives }, { get: (own, name) => (name === 'lives' ? own.lives : nothing) });
  const routes = routesOf(platform as unknown as Platform, nothing as Parameters<typeof routesOf>[1]);
  return JSON.parse(JSON.stringify(openApi(routes)));
}
