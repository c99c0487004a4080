/** The API as OpenAPI 3.1, made from the table of routes. The schemas that validate are the schemas that document. */
import { z } from 'zod';
import type { CreateDocumentOptions, ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { createDocument } from 'zod-openapi';
import type { Access } from './doors.ts';
import { doorsOf } from './doors.ts';
import type { ProblemCode } from './errors.ts';
import { PROBLEMS } from './errors.ts';
import { FILE_TYPE, headerOf } from './file-body.ts';
import { shareRepeated } from './openapi-shared.ts';
import { instant } from './resource/fields.ts';
import { Choice } from './resource/schema.ts';
import type { Route } from './route.ts';
import { actsForAccount, hasSession } from './route.ts';
import { REASON_HEADER, REASONS } from './staff-readings.ts';

const codes = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

const ProblemDocument = z
  .looseObject({
    type: z.string(),
    title: z.string().meta({ description: 'What to do, in the language of the caller' }),
    status: z.int(),
    code: z.enum(codes).meta({ id: 'ProblemCode', description: 'docs/errors.md says what each means' }),
    detail: z.string().optional(),
    rule: z.string().optional().meta({ description: 'The rule that refused it' }),
    clause: z.string().optional().meta({ description: 'The clause of the offer that the rule carries out, or `platform`' }),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'What is wrong with the input' }),
    commands: z.array(Choice).optional().meta({ description: 'What the caller may do now' }),
    roles: z.array(z.string()).optional().meta({ description: 'The roles that may do it' }),
    next: z.object({ method: z.string(), href: z.string() }).optional().meta({ description: 'The request that helps' }),
    retryAfter: z.int().optional().meta({ description: 'Seconds to wait' }),
    work: z
      .object({ challenge: z.string(), bits: z.int(), expiresAt: instant })
      .optional()
      .meta({ description: 'A proof of work that stands in for the wait' }),
  })
  .meta({ id: 'Problem', description: 'A problem document (RFC 9457). Some problems have further members' });

const key = z
  .string()
  .min(1)
  .max(200)
  .meta({ description: 'A unique value for this request. Send the same value on a retry, so that the command is executed once' });

/** An act may carry the signature of the session's device. */
const signature = z
  .string()
  .max(200)
  .optional()
  .meta({ description: 'Base64. The signature of the device over the request, where the account demands it: docs/logging-in.md' });

const reason = z
  .enum(Object.keys(REASONS))
  .optional()
  .meta({ description: 'Required of the staff: why they read it. Whoever it is about can read that at /v1/accounts/me/readings' });

/** Says at which door a route answers. */
const DOORS: Record<Access, string> = {
  public: 'At both doors',
  inside: 'At the door of the staff',
  person: 'At the door of the session',
  session: 'At the door of the session',
  staff: 'At the door of the staff',
};

/** Headers of routes that limit strangers. */
const limited = {
  'Proof-Of-Work': z.string().max(300).optional().meta({
    description:
      'After proof-of-work-needed: <challenge>.<n>, where n is a number so that the SHA-256 of this whole text begins with as many zero bits as work.bits says',
  }),
  'Known-Device': z
    .string()
    .max(43)
    .optional()
    .meta({ description: 'The token knownDevice of an earlier login of this person on this device' }),
};

/** The problems of a route: its own, and those of every route of its kind. */
export const problemsOf = ({
  method,
  access,
  beforeFactor,
  reads,
  moves,
  always,
  finishes,
  beforeOffer,
  opens,
  signed,
  raw,
  file,
  params,
  body,
  problems,
}: Route): ProblemCode[] => [
  ...(hasSession({ access }) ? (['invalid-input', 'unauthenticated', 'wrong-door', 'unavailable'] as const) : []),
  ...(hasSession({ access }) && !beforeFactor ? (['second-factor-needed'] as const) : []),
  ...(actsForAccount({ access }) ? (['account-needed'] as const) : []),
  ...(reads ? (['reason-needed'] as const) : []),
  ...(moves ? (['key-missing', 'key-reused'] as const) : []),
  // A new life has no record yet.
  ...(moves && (params || method === 'patch' || method === 'put') ? (['record-damaged'] as const) : []),
  ...(method !== 'get' && actsForAccount({ access }) && !always
    ? ([
        ...(finishes ? [] : (['account-terminated'] as const)),
        'commands-paused',
        ...(beforeOffer ? [] : (['offer-not-accepted', 'offer-not-shown', 'offer-declined'] as const)),
      ] as const)
    : []),
  ...(moves && access === 'session' ? (['signature-refused'] as const) : []),
  ...(signed ? (['signature-needed'] as const) : []),
  ...(opens ? (['account-suspended', 'identity-displaced'] as const) : []),
  ...(raw ? (['body-too-large'] as const) : []),
  ...(body && !file ? (['malformed-json'] as const) : []),
  ...(body ? (['body-too-large', 'unsupported-media-type'] as const) : []),
  ...(params ? (['not-found'] as const) : []),
  ...problems,
  'too-many-requests',
  'internal',
];

/** The fields of a body that is a file. */
const fileHeaders = (body: z.ZodObject) =>
  Object.fromEntries(Object.entries(body.shape).map(([field, schema]) => [headerOf(field), schema as z.ZodType]));

const content = (schema: z.ZodType, type = 'application/json') => ({ content: { [type]: { schema } } });

function headersOf({ access, moves, reads, problems, file, body }: Route) {
  const headers = {
    ...(moves && { 'Idempotency-Key': key }),
    ...(moves && actsForAccount({ access }) && { 'Device-Signature': signature }),
    ...(reads && { [REASON_HEADER]: reason }),
    ...(problems.includes('proof-of-work-needed') && limited),
    ...(file && fileHeaders(body as unknown as z.ZodObject)),
  };
  return Object.keys(headers).length > 0 && { header: z.object(headers) };
}

/** The kind of resource: the first part of the path. What has no version is about the system. */
export const tagOf = ({ path }: Pick<Route, 'path'>): string => /^\/v1\/([a-z-]+)/.exec(path)?.[1] ?? 'system';

/** Problems by their status: `404 not-found`. */
const inWords = (given: readonly ProblemCode[]): string =>
  [...new Set(given)]
    .map((code) => `${PROBLEMS[code].status} ${code}`)
    .toSorted()
    .join(', ');

function operationOf(route: Route): ZodOpenApiOperationObject {
  const { operation, summary, access, raw, file, params, query, body, answers, contentType } = route;
  const problems = Map.groupBy(problemsOf(route), (code) => `${Math.floor(PROBLEMS[code].status / 100)}XX`);
  return {
    operationId: operation,
    summary,
    description: DOORS[access],
    'x-doors': doorsOf(route),
    tags: [tagOf(route)],
    security: hasSession({ access }) ? [{ session: [] }] : [],
    requestParams: {
      ...(params && { path: params as z.ZodObject }),
      ...(query && { query: query as z.ZodObject }),
      ...headersOf(route),
    },
    ...(body && !file && { requestBody: { required: !(body as z.ZodType).safeParse({}).success, ...content(body) } }),
    ...(raw && { requestBody: { required: true, ...content(z.unknown()) } }),
    ...(file && { requestBody: { required: true, ...content(z.unknown(), FILE_TYPE) } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, schema]) => [status, { description: 'Done', ...content(schema as z.ZodType, contentType) }]),
      ),
      ...Object.fromEntries(
        [...problems].map(([status, each]) => [
          status,
          { description: inWords(each), ...content(ProblemDocument, 'application/problem+json') },
        ]),
      ),
    },
  };
}

/** A format says what these say. */
const FORMATS = [z.uuid(), z.iso.date(), z.iso.datetime({ offset: true }), z.iso.datetime()].map(
  (format) => z.toJSONSchema(format).pattern,
);
const withoutPattern: NonNullable<CreateDocumentOptions['override']> = ({ jsonSchema }) => {
  if (FORMATS.includes(jsonSchema.pattern)) delete jsonSchema.pattern;
};

export function openApi(routes: Route[]) {
  const paths: ZodOpenApiPathsObject = {};
  for (const each of routes) paths[each.path] = { ...paths[each.path], [each.method]: operationOf(each) };
  const document = createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'AkJet',
        version: '1',
        description:
          'Tasks between customers and contractors, under the public offer (GET /v1/offer). There are two doors, for users and for the staff: a session answers at its own',
      },
      servers: [{ url: '/', description: 'Where this document is' }],
      tags: [...new Set(routes.map(tagOf))].toSorted().map((name) => ({ name })),
      components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
      paths,
    },
    { override: withoutPattern },
  );
  return shareRepeated(document);
}
