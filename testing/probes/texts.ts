/** Finds every free-text field of the API's requests. */
import { z } from 'zod';
import { isText } from '../../api/free-text.ts';
import type { Route } from '../../api/route.ts';

/** The paths of the texts in a schema. A list item is `[]`. A group marked as one text is one path. */
function pathsIn(schema: z.core.$ZodType, path: string): string[] {
  if (isText(schema)) return [path];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return pathsIn(schema.unwrap(), path);
  if (schema instanceof z.ZodPipe) return pathsIn(schema.in, path);
  if (schema instanceof z.ZodArray) return pathsIn(schema.element, `${path}[]`);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => pathsIn(option, path));
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as z.ZodRawShape).flatMap(([name, field]) => pathsIn(field, path === '' ? name : `${path}.${name}`));
  return [];
}

/** Every text field of every route: `operation.path`. */
export const textFields = (routes: Route[]): string[] =>
  routes.flatMap(({ operation, body }) =>
    body === undefined ? [] : [...new Set(pathsIn(body, ''))].map((path) => `${operation}.${path}`),
  );
