/** Validates an OpenAPI 3.1 document offline. Covers only the part of the standard that this API uses. */

export interface Json {
  [name: string]: unknown;
}

const TYPES = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];
/** The keywords of JSON Schema 2020-12 and OpenAPI 3.1 that a schema of this API may use. */
const KEYWORDS = new Set(
  '$ref type properties required additionalProperties propertyNames items prefixItems anyOf oneOf allOf enum const format pattern minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum minItems maxItems default description example examples title id'.split(
    ' ',
  ),
);
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** What an operation may have in common with others. */
type Shared = 'parameters' | 'responses' | 'requestBodies';

/** The violations of OpenAPI 3.1 in a document; empty if it is valid. */
export function documentFaults(given: Json): string[] {
  const faults: string[] = [];
  const fail = (condition: boolean, fault: string): void => void (condition || faults.push(fault));
  const components = (given.components ?? {}) as { schemas?: Json; securitySchemes?: Json } & Partial<Record<Shared, Json>>;
  const tags = ((given.tags ?? []) as { name: string }[]).map(({ name }) => name);
  /** What a reference leads to, or what stands there itself. */
  const resolved = <Part extends object>(kind: Shared, part: Part, at: string): Part => {
    const { $ref } = part as { $ref?: string };
    if ($ref === undefined) return part;
    const found = components[kind]?.[$ref.replace(`#/components/${kind}/`, '')];
    fail(found !== undefined, `${at}: ${$ref} leads nowhere`);
    return (found ?? {}) as Part;
  };

  const checkSchema = (schema: Json, at: string): void => {
    for (const keyword of Object.keys(schema)) fail(KEYWORDS.has(keyword), `${at}: the keyword ${keyword}`);
    const {
      $ref,
      type,
      properties = {},
      required = [],
      enum: choices,
    } = schema as { $ref?: string; type?: string | string[]; properties?: Json; required?: string[]; enum?: unknown[] };
    if ($ref !== undefined)
      fail(Object.hasOwn(components.schemas ?? {}, $ref.replace('#/components/schemas/', '')), `${at}: ${$ref} leads nowhere`);
    for (const each of [type ?? []].flat()) fail(TYPES.includes(each), `${at}: the type ${each}`);
    fail(choices === undefined || choices.length > 0, `${at}: nothing to choose from`);
    for (const name of required) fail(Object.hasOwn(properties, name), `${at}: requires ${name} and does not have it`);
    for (const [name, each] of Object.entries(properties)) checkSchema(each as Json, `${at}.${name}`);
    for (const keyword of ['items', 'propertyNames', 'additionalProperties']) {
      if (typeof schema[keyword] === 'object') checkSchema(schema[keyword] as Json, `${at}.${keyword}`);
    }
    for (const keyword of ['anyOf', 'oneOf', 'allOf', 'prefixItems']) {
      for (const [index, each] of ((schema[keyword] ?? []) as Json[]).entries()) checkSchema(each, `${at}.${keyword}[${index}]`);
    }
  };
  const checkContent = ({ content }: { content?: Record<string, { schema?: Json }> }, at: string): void => {
    for (const [type, { schema }] of Object.entries(content ?? {})) {
      fail(/^[a-z]+\/[a-z0-9.+-]+/.test(type), `${at}: the content type ${type}`);
      if (schema === undefined) fail(false, `${at}: no schema`);
      else checkSchema(schema, at);
    }
  };

  fail(/^3\.1\.\d$/.test(String(given.openapi)), 'the version');
  const servers = (given.servers ?? []) as { url?: string }[];
  fail(servers.length > 0 && servers.every(({ url }) => url === '/' || (url !== undefined && !url.endsWith('/'))), 'a server');
  const { title, version } = (given.info ?? {}) as Json;
  fail(typeof title === 'string' && typeof version === 'string', 'the title and version');
  const ids = new Set<unknown>();
  for (const [path, item] of Object.entries((given.paths ?? {}) as Record<string, Record<string, Json>>)) {
    fail(path.startsWith('/'), path);
    for (const [method, operation] of Object.entries(item)) {
      const at = `${method} ${path}`;
      const {
        operationId,
        parameters: given = [],
        requestBody,
        responses = {},
        security,
        summary,
        tags: named = [],
      } = operation as {
        tags?: string[];
        operationId?: string;
        summary?: string;
        parameters?: { name: string; in: string; required?: boolean; schema?: Json }[];
        requestBody?: { content?: Record<string, { schema: Json }> };
        responses?: Record<string, { description?: string; content?: Record<string, { schema: Json }> }>;
        security?: Json[];
      };
      const parameters = given.map((each) => resolved('parameters', each, at));
      fail(METHODS.includes(method), at);
      fail(security !== undefined, `${at}: says nothing of its security`);
      fail(named.length > 0 && named.every((tag) => tags.includes(tag)), `${at}: a tag of the document`);
      fail(operationId !== undefined && !ids.has(operationId), `${at}: an operationId of its own`);
      ids.add(operationId);
      fail(typeof summary === 'string' && summary !== '', `${at}: a summary`);
      const names = parameters.map(({ name, in: place }) => `${place} ${name}`);
      fail(new Set(names).size === names.length, `${at}: a parameter twice`);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `path ${name}`);
      fail(
        JSON.stringify(inPath) === JSON.stringify(names.filter((name) => name.startsWith('path '))),
        `${at}: the parameters of its path`,
      );
      for (const { name, in: place, required, schema } of parameters) {
        fail(['path', 'query', 'header'].includes(place), `${at}: ${name} in ${place}`);
        fail(place !== 'path' || required === true, `${at}: ${name} is not required`);
        if (schema === undefined) fail(false, `${at}: ${name} has no schema`);
        else checkSchema(schema, `${at} ${name}`);
      }
      if (requestBody) checkContent(resolved('requestBodies', requestBody, at), `${at} body`);
      fail(
        Object.keys(responses).some((status) => status.startsWith('2')),
        `${at}: no good answer`,
      );
      fail(
        Object.keys(responses).some((status) => status.startsWith('4')),
        `${at}: no problem`,
      );
      for (const [status, each] of Object.entries(responses)) {
        const response = resolved('responses', each, `${at} ${status}`);
        fail(/^[1-5](\d\d|XX)$/.test(status), `${at}: the status ${status}`);
        fail(typeof response.description === 'string' && response.description !== '', `${at} ${status}: no description`);
        checkContent(response, `${at} ${status}`);
      }
      for (const scheme of (security ?? []).flatMap((each) => Object.keys(each)))
        fail(Object.hasOwn(components.securitySchemes ?? {}, scheme), `${at}: security ${scheme}`);
    }
  }
  for (const [name, schema] of Object.entries(components.schemas ?? {})) checkSchema(schema as Json, name);
  return faults;
}
