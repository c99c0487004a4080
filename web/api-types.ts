/** The types of the API for the pages' client, made from its OpenAPI document: `npm run types` writes them. Needs no compiler of TypeScript. */

interface Schema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  prefixItems?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  description?: string;
}

interface Content {
  content?: Record<string, { schema: Schema }>;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema: Schema;
}

/** What is said once among the components may be named elsewhere. */
type Named<Thing> = Thing | { $ref: string };

interface Operation {
  summary: string;
  parameters?: Named<Parameter>[];
  requestBody?: Named<Content & { required?: boolean }>;
  responses: Record<string, Named<Content>>;
}

export interface ApiDocument {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> } & Record<string, Record<string, unknown>>;
}

/** What a name among the components stands for: `#/components/<kind>/<name>`. */
function named<Thing>(given: Named<Thing>, components: ApiDocument['components']): Thing {
  if (typeof given !== 'object' || given === null || !('$ref' in given)) return given as Thing;
  const [, , kind = '', name = ''] = given.$ref.split('/');
  return components[kind]?.[name] as Thing;
}

/** What the pages ask the API. Of the rest they need no types, so a change there changes nothing here. */
const ASKED = [
  '/v1/accounts',
  '/v1/accounts/me',
  '/v1/accounts/me/payout-details',
  '/v1/accounts/me/readings',
  '/v1/accounts/me/requisites',
  '/v1/accounts/me/starts',
  '/v1/accounts/{id}/notices',
  '/v1/auth/accounts',
  '/v1/auth/accounts/{id}',
  '/v1/auth/codes',
  '/v1/auth/devices',
  '/v1/auth/devices/{id}',
  '/v1/auth/invitations',
  '/v1/auth/invitations/{id}/accept',
  '/v1/auth/invitations/{id}/decline',
  '/v1/auth/password',
  '/v1/auth/sessions',
  '/v1/auth/sessions/{id}',
  '/v1/auth/second-factor',
  '/v1/auth/second-factor/confirmation',
  '/v1/auth/second-factor/proof',
  '/v1/balance',
  '/v1/categories',
  '/v1/charts/{life}',
  '/v1/contacts',
  '/v1/debts',
  '/v1/debts/{id}',
  '/v1/disputes',
  '/v1/disputes/{id}',
  '/v1/disputes/{id}/messages',
  '/v1/documents',
  '/v1/documents/{id}',
  '/v1/events',
  '/v1/files',
  '/v1/files/{id}',
  '/v1/invoices',
  '/v1/invoices/{id}',
  '/v1/objections',
  '/v1/objections/{id}',
  '/v1/offer',
  '/v1/offer/acceptances',
  '/v1/offer/revisions',
  '/v1/offer/revisions/{sha256}',
  '/v1/offer/statement',
  '/v1/operator/differences',
  '/v1/operator/differences/{number}/close',
  '/v1/operator/finance',
  '/v1/operator/lives/{kind}/{id}',
  '/v1/operator/months/{month}',
  '/v1/operator/months/{month}/close',
  '/v1/operator/proposals',
  '/v1/operator/proposals/{id}',
  '/v1/operator/proposals/{id}/confirm',
  '/v1/operator/proposals/{id}/refuse',
  '/v1/operator/search',
  '/v1/operator/work',
  '/v1/operator/work/{number}/seen',
  '/v1/payments',
  '/v1/payments/{id}',
  '/v1/payouts',
  '/v1/payouts/{id}',
  '/v1/personal-data/consent',
  '/v1/places',
  '/v1/push',
  '/v1/qualifications',
  '/v1/qualifications/{id}',
  '/v1/receipts',
  '/v1/receipts/{id}',
  '/v1/searches',
  '/v1/searches/{id}',
  '/v1/signing-codes/{id}',
  '/v1/signings/{id}',
  '/v1/signings/{id}/qr',
  '/v1/statement',
  '/v1/tariffs',
  '/v1/tasks',
  '/v1/tasks/search',
  '/v1/tasks/{id}',
  '/v1/tasks/{id}/events',
  '/v1/tasks/{id}/messages',
  '/v1/threads',
  '/v1/threads/{id}/mark-read',
  '/v1/threads/{id}/messages',
  '/v1/usual-terms',
  '/v1/verifications/{id}',
];
/** What answers of commands bring, which are asked at the address that the menu names. */
const BROUGHT = ['Task', 'Preview', 'Problem', 'Events', 'Notices', 'Statements'];

const PLAIN: Record<string, string> = { integer: 'number', number: 'number', string: 'string', boolean: 'boolean', null: 'null' };

const quoted = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

const commented = (description: string | undefined): string =>
  description === undefined ? '' : `/** ${description.replaceAll('*/', '* /').replaceAll('\n', ' ')} */ `;

const member = (name: string, isOptional: boolean, type: string, description?: string): string =>
  `${commented(description)}${quoted(name)}${isOptional ? '?' : ''}: ${type};`;

function objectOf({ properties, required = [], additionalProperties }: Schema): string {
  const own = Object.entries(properties ?? {}).map(([name, each]) =>
    member(name, !required.includes(name), typeOf(each), each.description),
  );
  const others = typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown';
  const isOpen = additionalProperties !== false && (properties === undefined || additionalProperties !== undefined);
  if (own.length === 0) return isOpen ? `Record<string, ${others}>` : 'Record<string, never>';
  return `{ ${own.join(' ')} }${isOpen ? ` & Record<string, ${others}>` : ''}`;
}

function typeOf(schema: Schema): string {
  const { $ref, type, items, prefixItems } = schema;
  if ($ref) return `components['schemas']['${$ref.split('/').at(-1)}']`;
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' | ');
  const union = schema.anyOf ?? schema.oneOf;
  if (union) return union.map((each) => `(${typeOf(each)})`).join(' | ');
  if (schema.allOf) return schema.allOf.map((each) => `(${typeOf(each)})`).join(' & ');
  if (Array.isArray(type)) return type.map((each) => typeOf({ ...schema, type: each })).join(' | ');
  if (type === 'array') return prefixItems ? `[${prefixItems.map(typeOf).join(', ')}]` : `(${items ? typeOf(items) : 'unknown'})[]`;
  if (type === 'object' || schema.properties) return objectOf(schema);
  return PLAIN[type ?? ''] ?? 'unknown';
}

function contentOf({ content = {} }: Content): string {
  const types = Object.entries(content).map(([type, { schema }]) => member(type, false, typeOf(schema)));
  return types.length === 0 ? 'never' : `{ ${types.join(' ')} }`;
}

const PROBLEM = "default: { content: { 'application/problem+json': components['schemas']['Problem'] } };";

function operationOf(
  { parameters = [], requestBody: given, responses, summary }: Operation,
  components: ApiDocument['components'],
): string {
  const whole = parameters.map((each) => named(each, components));
  const requestBody = given && named(given, components);
  const places = [...Map.groupBy(whole, (each) => each.in)].map(([place, all]) => {
    const own = all.map(({ name, required, schema }) => member(name, !required, typeOf(schema), schema.description));
    return member(place, !all.some(({ required }) => required), `{ ${own.join(' ')} }`);
  });
  const good = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  const answers = good.map(([status, each]) => `${status}: { content: ${contentOf(named(each, components))} };`);
  const body = requestBody
    ? member('requestBody', !requestBody.required, `{ content: ${contentOf(requestBody)} }`)
    : 'requestBody?: never;';
  return `${commented(summary)}{ parameters: { ${places.join(' ')} }; ${body} responses: { ${answers.join(' ')} ${PROBLEM} } }`;
}

/** The names of the schemas that some text of types names, and of those that these name. */
function reached(texts: string[], schemas: Record<string, Schema>, known = new Set<string>()): Set<string> {
  for (const [, name = ''] of texts.join(' ').matchAll(/\['schemas'\]\['(\w+)'\]/g)) {
    if (known.has(name)) continue;
    known.add(name);
    reached([typeOf(schemas[name] as Schema)], schemas, known);
  }
  return known;
}

/** The text of `web/shared/api.ts`. @throws if the pages ask for what the API does not have */
export function apiTypes({ paths, components }: ApiDocument): string {
  const { schemas } = components;
  const addresses = ASKED.map((path) => {
    const operations = paths[path];
    if (operations === undefined) throw new Error(`the API has no ${path}`);
    const methods = Object.entries(operations).map(([method, each]) => `    ${method}: ${operationOf(each, components)};`);
    return `  '${path}': {\n${methods.join('\n')}\n  };`;
  });
  const names = reached([...addresses, ...BROUGHT.map((name) => `['schemas']['${name}']`)], schemas);
  const own = [...names].toSorted().map((name) => member(name, false, typeOf(schemas[name] as Schema), schemas[name]?.description));
  return [
    '/** What the pages ask the API, as types. Written by `npm run types` from its OpenAPI document. */',
    '',
    `export interface components {\n  schemas: {\n${own.map((each) => `    ${each}`).join('\n')}\n  };\n}`,
    '',
    `export interface paths {\n${addresses.join('\n')}\n}`,
    '',
  ].join('\n');
}
