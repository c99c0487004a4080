import { z } from 'zod';

export { lifeOfPublicId, publicIdOf as publicId } from '../../lives/ids.ts';

/** `<uuid>`, with a number for each step down to a child: `<uuid>.<n>.<m>` is a child's child. A payment of a dispute's debt is three steps down. */
export const lifeId = z
  .string()
  .toLowerCase()
  .max(51)
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.\d{1,4}){0,3}$/);
