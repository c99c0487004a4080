import { z } from 'zod';

export { lifeOfPublicId, publicIdOf as publicId } from '../../lives/ids.ts';

/** `<uuid>`, for a child `<uuid>.<n>`, for a child's child `<uuid>.<n>.<m>`: the uuid is the first parent's. */
export const lifeId = z
  .string()
  .toLowerCase()
  .max(46)
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.\d{1,4}){0,2}$/);
