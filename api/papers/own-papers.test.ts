/** A paper that a party brings itself: sent, read, signed, refused, withdrawn, expired, and what the deal has to do with it (1.8, 5.3). */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { verify } from '../../lives/verify.ts';
import { pdfOf, sendPaper } from '../../testing/lives/own-papers.ts';
import { fileOf, joinSigners } from '../../testing/lives/signed.ts';
import type { Signing } from '../../testing/lives/signings.ts';
import { acceptedTask } from '../../testing/lives/tasks.ts';
import { letTimePass } from '../../testing/engine/pass.ts';
import type { Registered } from '../../testing/people/accounts.ts';
import type { SigningKeys } from '../../testing/stand-ins/signing-keys.ts';
import { openSigningKeys } from '../../testing/stand-ins/signing-keys.ts';
import { pagesOf } from '../../testing/texts/pdf-text.ts';
import type { Api, Person, Task } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { until } from '../../testing/worlds/world.ts';
import type { PaperList, WholePaper } from '../documents/schema.ts';

type Papers = z.output<typeof PaperList>;

let keys: SigningKeys;
let api: Api;
let customer: Registered;
let contractor: Registered;
let stranger: Person;
let task: string;
beforeAll(async () => {
  keys = await openSigningKeys();
  api = await openApi({ signatures: keys.verifier });
  ({ customer, contractor } = await joinSigners(api));
  stranger = await api.join(['customer', 'contractor']);
  task = await acceptedTask(api, customer, contractor);
});
afterAll(async () => {
  await api.close();
  keys.authority.close();
});
