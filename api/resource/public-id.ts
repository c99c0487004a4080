import { z } from 'zod';

export { lifeOfPublicId, publicIdOf as publicId } from '../../lives/ids.ts';

/** `<uuid>`, or for a child `<uuid>.<n>`: the uuid is its parent's. */
export const lifeId = z
  .string()
  .toLowerCase()
  .max(41)
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.\d{1,4})?$/);
