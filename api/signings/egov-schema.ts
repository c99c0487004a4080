/** The messages that eGov Mobile exchanges with a system whose QR code it has read. Their form is that of the app, not ours. */
import { z } from 'zod';
import { cms } from './schema.ts';

export const Invitation = z
  .object({
    description: z.string(),
    expiry_date: z.string(),
    organisation: z.object({ nameRu: z.string(), nameKz: z.string(), nameEn: z.string(), bin: z.string() }),
    document: z.object({ uri: z.string(), auth_type: z.literal('Token'), auth_token: z.string() }),
  })
  .meta({ id: 'EgovInvitation', description: 'API №1 of eGov Mobile: who asks for a signature, and where the document is' });

const file = (data: z.ZodType<string>) => z.object({ file: z.object({ mime: z.string().max(100), data }) });

export const Documents = z
  .object({
    signMethod: z.literal('CMS_SIGN_ONLY'),
    documentsToSign: z.array(
      z.object({
        id: z.literal(1),
        ...{ nameRu: z.string(), nameKz: z.string(), nameEn: z.string() },
        meta: z.array(z.object({ name: z.string(), value: z.string() })),
        document: file(z.string()),
      }),
    ),
  })
  .meta({ id: 'EgovDocuments', description: 'API №2 of eGov Mobile: the document to be signed, in base64' });

/** The app sends the same structure back, with the signature in place of the document. What else it sends is not read. */
export const SignedDocuments = z.object({
  signMethod: z.enum(['CMS_SIGN_ONLY']),
  documentsToSign: z.array(z.object({ document: file(cms) })).length(1),
});
