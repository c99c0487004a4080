import type { Express } from 'express';
import { pino } from 'pino';
import { z } from 'zod';
import { lifeTypes } from '../charts/index.ts';
import { commandsOf } from '../charts/judge.ts';
import { stagesOf } from '../charts/state.ts';
import type { Json } from '../testing/probes/openapi.ts';
import { documentFaults } from '../testing/probes/openapi.ts';
import { refusedFields } from '../testing/probes/valid.ts';
import type { Api, Person } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';
import { ACCOUNT_COMMANDS } from './accounts/schema.ts';
import { createApp } from './app.ts';
import { DEBT_COMMANDS } from './debts/schema.ts';
import { DISPUTE_COMMANDS, PostDispute } from './disputes/schema.ts';
import { PROBLEMS } from './errors.ts';
import { COMMANDS as INVOICE_COMMANDS } from './invoices/schema.ts';
import { OBJECTION_COMMANDS } from './objections/schema.ts';
import { openApi as documentOf } from './openapi.ts';
import { FIELD_WORDS, formOf } from './resource/field-words.ts';
import { kebab } from './resource/fields.ts';
import { COMMANDS as SIGNING_COMMANDS } from './signings/schema.ts';
import { COMMANDS } from './tasks/schema.ts';
import { THREAD_COMMANDS } from './threads/schema.ts';
import { VERIFICATION_COMMANDS } from './verifications/schema.ts';

let api: Api;
let customer: Person;
let app: Express;
let document: Json;
beforeAll(async () => {
  api = await openApi();
  customer = await api.join(['customer']);
  app = createApp(api, pino({ level: 'silent' }));
  document = (await api.as().get<Json>('/openapi.json')).body;
});
afterAll(() => api.close());

/** Of the document. It grows with the API: what it says often it must say once. */
const MOST_BYTES = 700_000;

/** Commands with a path of their own. */
const ELSEWHERE: Record<string, Record<string, string>> = {
  account: {
    register: '/v1/accounts',
    changeDetails: '/v1/accounts/me',
    changeIdentifier: '/v1/accounts/me/identifier',
    setRequisites: '/v1/accounts/me/requisites',
    setPayoutDetails: '/v1/accounts/me/payout-details',
    acceptOffer: '/v1/offer/acceptances',
    showOffer: '/v1/offer/acceptances',
    declineOffer: '/v1/offer/acceptances',
  },
  task: { post: '/v1/tasks' },
  'bank-order': { make: '/v1/bank-orders' },
  dispute: { claim: '/v1/disputes' },
  extra: { order: '/v1/extras' },
  // Its life begins with it.
  month: { close: '/v1/operator/months/{month}/close' },
  qualification: { declare: '/v1/qualifications' },
  objection: { raise: '/v1/objections' },
  // The account's own command creates it.
  verification: { ask: '/v1/accounts/{id}/verify' },
};

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', () => {
    expect(documentFaults(document)).toEqual([]);
    expect(document).toEqual(JSON.parse(JSON.stringify(documentOf(api.routes))));
  });

  it.each<
    [
      string,
      (document: { openapi: string; components: { schemas: Record<string, Json> }; paths: Record<string, Record<string, Json>> }) => void,
    ]
  >([
    [
      'a reference that leads nowhere',
      ({ components }) => {
        delete components.schemas.Task;
      },
    ],
    [
      'a parameter left out',
      ({ paths }) => {
        delete paths['/v1/tasks/{id}']?.get?.parameters;
      },
    ],
    [
      'another version',
      (given) => {
        given.openapi = '3.0.3';
      },
    ],
    [
      'a word of OpenAPI 3.0',
      ({ components }) => {
        Object.assign(components.schemas.Task as Json, { nullable: true });
      },
    ],
    [
      'no answer',
      ({ paths }) => {
        Object.assign(paths['/v1/offer']?.get as Json, { responses: {} });
      },
    ],
    [
      'nothing about security',
      ({ paths }) => {
        delete paths['/v1/offer']?.get?.security;
      },
    ],
    [
      'an unknown tag',
      ({ paths }) => {
        Object.assign(paths['/v1/offer']?.get as Json, { tags: ['offers'] });
      },
    ],
    [
      'no server',
      (given) => {
        Object.assign(given, { servers: [] });
      },
    ],
  ])('control: with %s it is invalid', (_, spoil) => {
    const copy = structuredClone(document);
    spoil(copy as unknown as Parameters<typeof spoil>[0]);
    expect(documentFaults(copy)).not.toEqual([]);
  });

  it('has the names that existing clients use', () => {
    const known = Object.entries(document.paths as Json).flatMap(([path, item]) =>
      Object.keys(item as Json).map((method) => `${method} ${path}`),
    );
    expect(known.toSorted()).toEqual(
      [
        ...['codes', 'sessions', 'accounts/{id}', 'challenges', 'devices', 'password'].map((name) => `post /v1/auth/${name}`),
        ...['', '/confirmation', '/proof'].map((end) => `post /v1/auth/second-factor${end}`),
        ...['sessions', 'accounts', 'devices', 'invitations', 'reidentifications'].map((name) => `get /v1/auth/${name}`),
        ...['accept', 'decline'].map((name) => `post /v1/auth/invitations/{id}/${name}`),
        ...['accounts/{id}/leave', 'reidentifications/{id}/object'].map((name) => `post /v1/auth/${name}`),
        ...['sessions', 'sessions/{id}', 'devices/{id}'].map((name) => `delete /v1/auth/${name}`),
        ...['categories', 'places', 'search-rules', 'tasks/search', 'usual-terms', 'contacts'].map((name) => `get /v1/${name}`),
        ...['get', 'put', 'delete'].map((method) => `${method} /v1/push`),
        'post /v1/reidentifications',
        'post /v1/email-refusals',
        'post /v1/personal-data/consent',
        'post /v1/accounts',
        'post /v1/accounts/me/identifier',
        ...['get', 'patch'].map((method) => `${method} /v1/accounts/me`),
        'get /v1/accounts/me/readings',
        'get /v1/accounts/me/personal-data-consent',
        ...['get', 'put'].flatMap((method) => ['requisites', 'payout-details'].map((name) => `${method} /v1/accounts/me/${name}`)),
        ...['', '/events', '/notices', '/liability'].map((end) => `get /v1/accounts/{id}${end}`),
        ...Object.keys(ACCOUNT_COMMANDS).map((name) => `post /v1/accounts/{id}/${kebab(name)}`),
        ...['', '/{id}'].map((end) => `get /v1/contractors${end}`),
        ...['get', 'post'].map((method) => `${method} /v1/offer/acceptances`),
        ...['statement', 'acceptances/{id}/statement', 'acceptances/{id}/paper', 'acceptances/{id}/signature'].map(
          (name) => `get /v1/offer/${name}`,
        ),
        ...['', '/stream'].map((end) => `get /v1/events${end}`),
        ...['get', 'post'].map((method) => `${method} /v1/searches`),
        ...['get', 'put', 'delete'].map((method) => `${method} /v1/searches/{id}`),
        ...['favourites', 'blocked'].flatMap((list) => [
          `get /v1/accounts/me/${list}`,
          ...['put', 'delete'].map((method) => `${method} /v1/accounts/me/${list}/{id}`),
        ]),
        'post /v1/tasks',
        'get /v1/tasks',
        'get /v1/tasks/{id}',
        'get /v1/tasks/{id}/events',
        'get /v1/tasks/{id}/notices',
        ...Object.keys(COMMANDS).map((name) => `post /v1/tasks/{id}/${kebab(name)}`),
        ...['', '/events', '/notices'].map((end) => `get /v1/reviews/{id}${end}`),
        ...['write', 'reply', 'block'].map((name) => `post /v1/reviews/{id}/${name}`),
        ...['', '/events', '/notices'].map((end) => `get /v1/signings/{id}${end}`),
        ...Object.keys(SIGNING_COMMANDS).map((name) => `post /v1/signings/{id}/${kebab(name)}`),
        ...['post /v1/signings/{id}/qr', 'get /v1/signing-codes/{id}'],
        ...['get /v1/egov/{id}', 'get /v1/egov/{id}/document', 'put /v1/egov/{id}/document'],
        ...['', '/events', '/notices'].map((end) => `get /v1/verifications/{id}${end}`),
        ...Object.keys(VERIFICATION_COMMANDS).map((name) => `post /v1/verifications/{id}/${kebab(name)}`),
        ...['', '/events', '/notices'].map((end) => `get /v1/reidentifications/{id}${end}`),
        ...['object', 'approve', 'confirm', 'refuse'].map((name) => `post /v1/reidentifications/{id}/${name}`),
        ...['', '/{id}', '/{id}/events', '/{id}/notices'].map((end) => `get /v1/fees${end}`),
        ...['', '/{id}', '/{id}/events', '/{id}/notices'].map((end) => `get /v1/invoices${end}`),
        ...Object.keys(INVOICE_COMMANDS).map((name) => `post /v1/invoices/{id}/${kebab(name)}`),
        ...['', '/events', '/notices', '/file'].map((end) => `get /v1/tax-invoices/{id}${end}`),
        ...['record', 'correct', 'annul'].map((name) => `post /v1/tax-invoices/{id}/${name}`),
        ...['get', 'post'].map((method) => `${method} /v1/tariffs`),
        'post /v1/operator/statements',
        ...['get /v1/operator/finance', 'get /v1/operator/finance.csv'],
        ...['', '/events', '/notices'].map((end) => `get /v1/inflows/{id}${end}`),
        ...['match', 'take-return', 'take-transfer-return', 'settle', 'accept-difference', 'reject-difference', 'keep', 'send-back'].map(
          (name) => `post /v1/inflows/{id}/${name}`,
        ),
        ...['', '/events', '/notices'].map((end) => `get /v1/outflows/{id}${end}`),
        ...['match', 'set-aside'].map((name) => `post /v1/outflows/{id}/${name}`),
        'post /v1/bank-orders',
        ...['', '/{id}', '/{id}/events', '/{id}/notices', '/{id}/file'].map((end) => `get /v1/bank-orders${end}`),
        ...['release', 'dissolve'].map((name) => `post /v1/bank-orders/{id}/${name}`),
        ...['get /v1/operator/months/{month}', 'post /v1/operator/months/{month}/close', 'post /v1/months/{id}/reopen'],
        ...['', '/events', '/notices'].map((end) => `get /v1/months/{id}${end}`),
        ...['post /v1/tariffs/individual', 'get /v1/accounts/me/plan'],
        ...['', '/events', '/notices'].flatMap((end) => [`get /v1/payments/{id}${end}`, `get /v1/payouts/{id}${end}`]),
        ...['retry', 'cancel', 'try-again', 'close-loss'].map((name) => `post /v1/payments/{id}/${name}`),
        ...['try-again', 'allow', 'pay-in-full', 'report-refused'].map((name) => `post /v1/payouts/{id}/${name}`),
        ...['', '/{id}', '/{id}/events', '/{id}/notices'].map((end) => `get /v1/receipts${end}`),
        ...['give', 'annul'].map((name) => `post /v1/receipts/{id}/${name}`),
        ...['', '/{id}', '/{id}/events', '/{id}/notices'].map((end) => `get /v1/extras${end}`),
        'post /v1/extras',
        'post /v1/qualifications',
        ...['', '/{id}', '/{id}/events', '/{id}/notices'].map((end) => `get /v1/qualifications${end}`),
        ...['approve', 'refuse', 'revoke', 'withdraw'].map((name) => `post /v1/qualifications/{id}/${name}`),
        'post /v1/objections',
        'get /v1/accounts/me/starts',
        ...['', '/{id}', '/{id}/events', '/{id}/notices'].map((end) => `get /v1/objections${end}`),
        ...Object.keys(OBJECTION_COMMANDS).map((name) => `post /v1/objections/{id}/${name}`),
        ...['', '/events', '/notices', '/content', '/shown'].map((end) => `get /v1/files/{id}${end}`),
        ...['post /v1/files', 'post /v1/uploads', ...['get', 'patch', 'delete'].map((method) => `${method} /v1/uploads/{id}`)],
        ...['', '/{id}', '/{id}/events', '/{id}/notices', '/{id}/messages'].map((end) => `get /v1/threads${end}`),
        ...Object.keys(THREAD_COMMANDS).map((name) => `post /v1/threads/{id}/${kebab(name)}`),
        ...['tasks', 'disputes'].map((path) => `post /v1/${path}/{id}/messages`),
        'post /v1/hooks/payments/{provider}',
        'post /v1/hooks/payments/tiptoppay/{notification}',
        'get /v1/acts',
        'get /v1/balance',
        'get /v1/balance/proof',
        'get /v1/statement',
        'get /v1/statement.csv',
        'get /v1/statement.pdf',
        ...['', '.pdf'].flatMap((end) =>
          ['accounts/me', 'operator/accounts/{id}'].map((path) => `get /v1/${path}/reconciliation-act${end}`),
        ),
        ...['invoices.csv', 'payments.csv', 'service-acts.csv'].flatMap((file) =>
          ['accounts/me', 'operator'].map((path) => `get /v1/${path}/exports/${file}`),
        ),
        ...['postings.csv', 'bank-exchange.txt', 'sales.xml'].map((file) => `get /v1/operator/exports/${file}`),
        'get /v1/documents/{id}/awp.xml',
        'get /v1/checks/{id}',
        'get /v1/documents',
        'get /v1/documents/{id}',
        'get /v1/documents/{id}/copy',
        'get /v1/documents/{id}/package',
        'get /v1/documents/{id}/content',
        ...['payments', 'payouts', 'signings'].map((path) => `get /v1/${path}`),
        'post /v1/disputes',
        'get /v1/disputes',
        'get /v1/operator/social-payments',
        ...['', '/{id}', '/{id}/events', '/{id}/notices', '/{id}/register', '/{id}/file'].map((end) => `get /v1/social-transfers${end}`),
        ...['record-paid', 'record-returned'].map((name) => `post /v1/social-transfers/{id}/${name}`),
        'get /v1/operator/work',
        ...['get /v1/operator/search', 'get /v1/operator/lives/{kind}/{id}'],
        'post /v1/operator/work/{number}/seen',
        'get /v1/operator/differences',
        'post /v1/operator/differences/{number}/close',
        ...['', '/{id}'].map((end) => `get /v1/operator/proposals${end}`),
        ...['confirm', 'refuse'].map((name) => `post /v1/operator/proposals/{id}/${name}`),
        ...['', '/events', '/notices'].map((end) => `get /v1/disputes/{id}${end}`),
        ...Object.keys(DISPUTE_COMMANDS).map((name) => `post /v1/disputes/{id}/${kebab(name)}`),
        ...['', '/{id}', '/{id}/events', '/{id}/notices'].map((end) => `get /v1/debts${end}`),
        ...Object.keys(DEBT_COMMANDS).map((name) => `post /v1/debts/{id}/${kebab(name)}`),
        ...[
          'accounts',
          'debts',
          'disputes',
          'fees',
          'invoices',
          'payments',
          'payouts',
          'objections',
          'qualifications',
          'receipts',
          'extras',
          'files',
          'inflows',
          'outflows',
          'bank-orders',
          'months',
          'reidentifications',
          'reviews',
          'signings',
          'social-transfers',
          'tasks',
          'threads',
          'tax-invoices',
          'verifications',
        ].map((path) => `get /v1/${path}/{id}/proof`),
        ...['', '/checkpoint', '/timestamps/{size}', '/tile/{level}/{a}', '/tile/{level}/{a}/{b}', '/tile/{level}/{a}/{b}/{c}'].map(
          (end) => `get /v1/log${end}`,
        ),
        'get /v1/operator/anchors',
        'get /v1/charts',
        'get /v1/charts/{life}',
        'get /v1/charts/{life}.svg',
        'get /v1/offer',
        'get /v1/offer/revisions',
        'get /v1/offer/revisions/{sha256}',
        'post /v1/offer/revisions',
        'get /openapi.json',
        'get /healthz',
        'get /readyz',
        'get /metrics',
      ].toSorted(),
    );
  });

  /** Pages about the API, not part of it. */
  const PAGES = [
    ...['/', '/cabinet', '/console'],
    ...['/docs', '/docs/start.js', '/docs/swagger-ui.css', '/docs/swagger-ui-bundle.js'],
    ...['/not-mine', '/not-mine/page.css', '/not-mine/page.js'],
    ...['/verify', '/verify/page.css', '/verify/page.js', '/verify/{id}'],
  ];
  interface Layer {
    route?: { path: string; methods: Record<string, boolean> };
    handle: { stack?: unknown };
  }
  const served = ({ router }: Express): string[] =>
    (router as unknown as { stack: Layer[] }).stack.flatMap(({ route, handle }) => {
      if (handle.stack !== undefined && !route) return ['a router of its own'];
      return route ? Object.keys(route.methods).map((method) => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`) : [];
    });
  const undocumented = (given: Express): string[] => {
    const known = api.routes.map(({ method, path }) => `${method} ${path}`);
    return served(given).filter((each) => !known.includes(each) && !PAGES.includes(each.replace('get ', '')));
  };

  it('has every route that is served', () => {
    expect(served(app).length).toBeGreaterThan(api.routes.length);
    expect(undocumented(app)).toEqual([]);
  });

  it('control: a route outside the table is found', () => {
    const other = createApp(api, pino({ level: 'silent' }));
    other.get('/v1/secrets/:id', () => {});
    expect(undocumented(other)).toEqual(['get /v1/secrets/{id}']);
  });

  it('has a route for every command of every life, and no other', () => {
    for (const [kind, { chart }] of Object.entries(lifeTypes)) {
      const address = `/v1/${kind}s/{id}/`;
      // A QR code leads to the command `sign`, and is none itself; a message is a command of its thread.
      const served = api.routes.flatMap(({ method, path }) =>
        method === 'post' && path.startsWith(address) && !/\/(qr|messages)$/.test(path) ? path.slice(address.length) : [],
      );
      const elsewhere = Object.keys(ELSEWHERE[kind] ?? {});
      expect([kind, served.toSorted()]).toEqual([
        kind,
        commandsOf(chart)
          .filter((name) => !elsewhere.includes(name))
          .map(kebab)
          .toSorted(),
      ]);
      for (const path of Object.values(ELSEWHERE[kind] ?? {})) expect(api.routes.map((each) => each.path)).toContain(path);
    }
  });

  interface Described {
    security?: Json[];
    parameters: { name: string }[];
    description?: string;
    tags?: string[];
    'x-doors'?: string[];
  }
  const described = (method: string, path: string): Described => {
    const { parameters: shared } = document.components as { parameters: Record<string, { name: string }> };
    const { parameters = [], ...rest } = (document.paths as Record<string, Record<string, Described>>)[path]?.[method] ?? {
      parameters: [],
    };
    return {
      ...rest,
      parameters: parameters.map((each) => {
        const { $ref } = each as { $ref?: string };
        return $ref === undefined ? each : (shared[$ref.replace('#/components/parameters/', '')] as { name: string });
      }),
    };
  };

  it('says at which door each route answers', () => {
    const doors = (method: string, path: string) => described(method, path)['x-doors'];
    for (const path of ['/metrics', '/v1/operator/work']) expect([path, doors('get', path)]).toEqual([path, ['staff']]);
    // A command that the chart gives to the operator alone, and one that a party may give too.
    expect(doors('post', '/v1/accounts/{id}/suspend')).toEqual(['staff']);
    expect(doors('post', '/v1/disputes/{id}/reject')).toEqual(['public', 'staff']);
    for (const { method, path } of api.routes)
      expect([path, described(method, path).description]).toEqual([path, expect.stringMatching(/door/)]);
    expect(api.routes.filter(({ method, path }) => path.startsWith('/v1/operator/') && doors(method, path)?.includes('public'))).toEqual(
      [],
    );
  });

  it('says once what it says often', () => {
    const { size } = new Blob([JSON.stringify(document)]);
    expect(size).toBeLessThan(MOST_BYTES);
    const { components, paths } = document as { components: Record<string, Json>; paths: Json };
    const text = JSON.stringify(paths);
    for (const kind of ['parameters', 'responses', 'requestBodies'])
      for (const name of Object.keys(components[kind] ?? {}))
        expect([name, text.split(`"#/components/${kind}/${name}"`).length > 2]).toEqual([name, true]);
  });

  it('has every state, command and code of a problem by its name', () => {
    const { schemas } = document.components as {
      schemas: Record<string, { enum?: string[]; properties?: Record<string, { enum?: string[] }> }>;
    };
    expect(schemas.ProblemCode?.enum).toEqual(Object.keys(PROBLEMS));
    expect(schemas.CommandName?.enum).toEqual(expect.arrayContaining(['accept', 'give-up', 'prove-identity']));
    expect(schemas.DebtLife?.properties?.state?.enum).toEqual(stagesOf(lifeTypes.debt.chart));
  });

  it('requires a key for everything that changes a life, and a session for everything that is not public', () => {
    for (const { method, path, access, moves, raw, answers } of api.routes) {
      const { security, parameters } = described(method, path);
      expect([path, security]).toEqual([path, access === 'public' || access === 'inside' ? [] : [{ session: [] }]]);
      expect([path, parameters.some(({ name }) => name === 'Idempotency-Key')]).toEqual([path, moves === true]);
      // The consent names who reads it, and its URL must not. A QR code is shown once and changes no life. Authentication changes no life of the caller's, and neither does the owner of an address. A provider's webhook has a signature instead, a proposal's subject and the entries of a bank's statement are their own keys, and
      // marking an item as seen or closing a difference changes no life. An upload is a key itself: it makes one file.
      const isProposal = path.includes('/proposals/') || (access === 'staff' && answers[202] !== undefined);
      const seenOrClosed = path.endsWith('/seen') || path.includes('/differences/');
      const isOwnKey =
        raw === true || seenOrClosed || path.endsWith('/qr') || path === '/v1/uploads' || path.endsWith('/statements') || isProposal;
      const isAuthentication = path.startsWith('/v1/auth/') || ['/v1/reidentifications', '/v1/email-refusals'].includes(path);
      const isReading = path === '/v1/personal-data/consent';
      if (method === 'post' && !isOwnKey && !isAuthentication && !isReading) expect([path, moves]).toEqual([path, true]);
      if (method === 'get') expect([path, moves]).toEqual([path, undefined]);
    }
    expect(api.routes.filter(({ access }) => access === 'public').map(({ path }) => path)).toEqual([
      '/v1/auth/codes',
      '/v1/auth/sessions',
      '/v1/auth/challenges',
      '/v1/reidentifications',
      '/v1/email-refusals',
      '/v1/categories',
      '/v1/places',
      '/v1/search-rules',
      '/v1/hooks/payments/{provider}',
      '/v1/hooks/payments/tiptoppay/{notification}',
      '/v1/files/{id}/shown',
      '/v1/egov/{id}',
      '/v1/egov/{id}/document',
      '/v1/egov/{id}/document',
      '/v1/charts',
      '/v1/charts/{life}.svg',
      '/v1/charts/{life}',
      '/v1/offer',
      '/v1/offer/revisions',
      '/v1/offer/revisions/{sha256}',
      '/v1/tariffs',
      '/v1/usual-terms',
      '/v1/contacts',
      '/v1/checks/{id}',
      '/v1/log',
      '/v1/log/checkpoint',
      '/v1/log/tile/{level}/{a}',
      '/v1/log/tile/{level}/{a}/{b}',
      '/v1/log/tile/{level}/{a}/{b}/{c}',
      '/v1/log/timestamps/{size}',
      '/healthz',
      '/readyz',
      '/openapi.json',
    ]);
  });
});

/** Input fields without a bound. */
function unbounded(schema: z.ZodType): string[] {
  interface Field extends Json {
    properties?: Record<string, Field>;
    items?: Field;
    anyOf?: Field[];
    oneOf?: Field[];
  }
  const { $defs = {}, ...root } = z.toJSONSchema(schema, { io: 'input' }) as Field & { $defs?: Record<string, Field> };
  const walk = ({ $ref, ...field }: Field, at: string): string[] => {
    if (typeof $ref === 'string') return walk($defs[$ref.replace('#/$defs/', '')] as Field, at);
    const {
      type,
      maxLength,
      enum: choices,
      format,
      pattern,
      maximum,
      minimum,
      exclusiveMinimum,
      maxItems,
      properties,
      items,
      anyOf,
      oneOf = anyOf,
      const: only,
      additionalProperties,
    } = field;
    if (oneOf) return oneOf.flatMap((each) => walk(each, at));
    const bound =
      type === 'null' ||
      type === 'boolean' ||
      choices !== undefined ||
      only !== undefined ||
      (type === 'object' && properties !== undefined && additionalProperties === false) ||
      (type === 'array' && maxItems !== undefined) ||
      (type === 'string' && (maxLength !== undefined || format !== undefined || /\{\d+,\d+\}\$$/.test(String(pattern)))) ||
      ((type === 'integer' || type === 'number') &&
        Math.abs(Number(maximum)) < Number.MAX_SAFE_INTEGER &&
        (Math.abs(Number(minimum)) < Number.MAX_SAFE_INTEGER || exclusiveMinimum === 0));
    return [
      ...(bound ? [] : [at]),
      ...Object.entries(properties ?? {}).flatMap(([name, each]) => walk(each, `${at}.${name}`)),
      ...(items ? walk(items, `${at}[]`) : []),
    ];
  };
  return walk(root, '');
}

describe('every field', () => {
  it('takes each value that the document allows, where it says all that is asked', () => {
    const asText = (value: unknown): string => String(value);
    const refused = api.routes.flatMap(({ operation, params, query, body, file }) =>
      [
        ...[params, query].flatMap((schema) => (schema ? refusedFields(schema, asText) : [])),
        ...(body && !file ? refusedFields(body, (value) => value) : []),
      ].map((fault) => `${operation}: ${fault}`),
    );
    // Its description says from which day on.
    const more = /^readAccountLiability: on refuses/;
    expect(refused.filter((fault) => !more.test(fault))).toEqual([]);
  });

  it('control: a field that refuses what it allows is found', () => {
    const narrow = z
      .int()
      .min(0)
      .max(1_000)
      .refine((given) => given < 10);
    expect(refusedFields(z.strictObject({ narrow }), (value) => value)).toEqual([expect.stringMatching(/^narrow refuses \d+$/)]);
  });

  it('of every input has a bound', () => {
    const schemas = api.routes.flatMap(({ path, params, query, body }) =>
      [params, query, body].flatMap((schema) => (schema ? [[path, schema] as const] : [])),
    );
    const unboundedFields = schemas.flatMap(([path, schema]) => unbounded(schema).map((field) => `${path} ${field}`));
    // What eGov Mobile sends may have more fields. They are not read, and the bound of a body holds for them too.
    const ofTheApp = ['', '.documentsToSign[]', '.documentsToSign[].document', '.documentsToSign[].document.file'];
    expect(unboundedFields).toEqual(ofTheApp.map((field) => `/v1/egov/{id}/document ${field}`));
  });

  it.each<[string, z.ZodType]>([
    ['a text', z.strictObject({ field: z.string() })],
    ['a whole number', z.strictObject({ field: z.int().min(0) })],
    ['a number below zero', z.strictObject({ field: z.int().max(5) })],
    ['a list', z.strictObject({ field: z.array(z.boolean()) })],
    ['anything', z.strictObject({ field: z.unknown() })],
    ['other fields', z.strictObject({ field: z.object({}).loose() })],
  ])('control: %s without a bound is found', (_, schema) => {
    expect(unbounded(schema)).toEqual(['.field']);
  });
});

describe('the menu', () => {
  it('refers to routes, with the schema that validates their bodies', async () => {
    const { id, commands } = await api.as(customer).postTask({ match: 'choice' });
    expect(commands).not.toHaveLength(0);
    for (const { name, href, method, input, title, clause } of commands) {
      const found = api.routes.find((each) => href === each.path.replace('{id}', id));
      expect(found?.method.toUpperCase()).toBe(method);
      expect(input).toEqual(formOf(found?.body as z.ZodType).en);
      expect([name, title, clause].every(Boolean)).toBe(true);
    }
  });

  /** The fields of a schema without a title, and their titles. */
  function titlesIn(schema: Json, at: string): { missing: string[]; said: string[] } {
    const found = Object.entries((schema.properties ?? {}) as Record<string, Json>).map(([name, field]) => {
      const { missing, said } = titlesIn(field, `${at}.${name}`);
      const { title } = field;
      return typeof title === 'string' ? { missing, said: [title, ...said] } : { missing: [`${at}.${name}`, ...missing], said };
    });
    const { items, anyOf, oneOf, allOf, $defs } = schema;
    const parts = [items ?? [], anyOf ?? [], oneOf ?? [], allOf ?? [], Object.values($defs ?? {})]
      .flat()
      .map((part) => titlesIn(part as Json, at));
    return {
      missing: [...found, ...parts].flatMap(({ missing }) => missing),
      said: [...found, ...parts].flatMap(({ said }) => said),
    };
  }
  const commands = () => api.routes.filter(({ previews, body }) => previews && body);

  it.each(['kk', 'ru', 'en'] as const)('has a title for each field of each input (%s)', (language) => {
    for (const { path, body } of [...commands(), { path: '/v1/disputes', body: PostDispute }])
      expect(titlesIn(formOf(body as z.ZodType)[language], path).missing).toEqual([]);
  });

  it('has words for no other field, each in its own letters', () => {
    const said = new Set(
      [...commands().map(({ body }) => body), PostDispute].flatMap((body) => titlesIn(formOf(body as z.ZodType).en, '').said),
    );
    expect(Object.values(FIELD_WORDS).filter(({ en }) => !said.has(en))).toEqual([]);
    for (const { kk, ru, en } of Object.values(FIELD_WORDS)) {
      expect([kk, ru].filter((words) => !/\p{Script=Cyrillic}/u.test(words))).toEqual([]);
      expect(en).not.toMatch(/\p{Script=Cyrillic}/u);
    }
  });

  it('control: a field without words has no title', () => {
    expect(
      titlesIn(formOf(z.strictObject({ colour: z.string(), items: z.array(z.strictObject({ shade: z.int() })) })).ru, '').missing,
    ).toEqual(['.colour', '.items', '.items.shade']);
  });
});
