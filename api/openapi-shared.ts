/** Keeps the OpenAPI document short: what stands in it more than once is said once, in its components. */
import type { createDocument } from 'zod-openapi';
import { pascal } from './resource/fields.ts';

type Document = ReturnType<typeof createDocument>;
interface Operation {
  operationId: string;
  parameters?: object[];
  requestBody?: object;
  responses: Record<string, object>;
}

/** Counts what stands where, and names what stands more than once after its first place. */
function repeated(kind: 'parameters' | 'requestBodies' | 'responses') {
  const seen = new Map<string, { value: object; name: string; count: number }>();
  const names = new Set<string>();
  return {
    count(value: object, ...wishes: string[]): void {
      const text = JSON.stringify(value);
      const known = seen.get(text);
      if (known) known.count++;
      else {
        const name = wishes.find((wish) => !names.has(wish)) ?? `${wishes.at(-1)}${names.size}`;
        names.add(name);
        seen.set(text, { value, name, count: 1 });
      }
    },
    /** The reference to it, or itself if it stands here alone. */
    short(value: object): object {
      const known = seen.get(JSON.stringify(value));
      return known !== undefined && known.count > 1 ? { $ref: `#/components/${kind}/${known.name}` } : value;
    },
    components: (): Record<string, object> =>
      Object.fromEntries([...seen.values()].flatMap(({ value, name, count }) => (count > 1 ? [[name, value]] : []))),
  };
}

/** The document with references in place of repeated parameters, bodies and responses. */
export function shareRepeated(document: Document): Document {
  const [parameters, bodies, responses] = [repeated('parameters'), repeated('requestBodies'), repeated('responses')];
  const operations = Object.values(document.paths ?? {}).flatMap((item) => Object.values(item as Record<string, Operation>));
  for (const operation of operations) {
    const own = pascal(operation.operationId);
    for (const each of operation.parameters ?? []) {
      const name = pascal((each as { name: string }).name.toLowerCase());
      parameters.count(each, name, `${name}Of${own}`);
    }
    if (operation.requestBody) bodies.count(operation.requestBody, own);
    for (const [status, each] of Object.entries(operation.responses)) responses.count(each, `${own}${status}`);
  }
  for (const operation of operations) {
    if (operation.parameters) operation.parameters = operation.parameters.map(parameters.short);
    if (operation.requestBody) operation.requestBody = bodies.short(operation.requestBody);
    operation.responses = Object.fromEntries(Object.entries(operation.responses).map(([status, each]) => [status, responses.short(each)]));
  }
  const components = {
    ...document.components,
    ...{ parameters: parameters.components(), requestBodies: bodies.components(), responses: responses.components() },
  };
  return { ...document, components } as Document;
}
