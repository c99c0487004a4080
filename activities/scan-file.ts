/** Looks at a file before anybody reads it: first the scanner of malware, then what its kind may not have in it. Of an image it keeps what others are shown. */
import type { Effects } from '../charts/effects.ts';
import { openApart, WorkBroken } from '../documents/apart.ts';
import type { Examined, Finding } from '../files/examine.ts';
import { keepForm, read, whole } from '../files/pieces.ts';
import type { FileStore } from '../gateways/files/port.ts';
import type { MalwareScanner } from '../gateways/malware/port.ts';
import type { EffectAnswer, Performer } from '../lives/effects.ts';
import { wouldAccept } from '../lives/external-event.ts';
import type { Lives } from '../lives/lives.ts';
import { forgetCopies } from '../models/stores/file-content.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { todayInAlmaty } from '../models/today.ts';
import type { MediaType } from '../rules/file-kinds.ts';
import { numberAt } from '../rules/parameters.ts';

/** Pauses between the tries grow to ten minutes: a scanner that is away may come back within half a day. */
const TRIES = 75;

const examine = openApart<Examined, Finding>(new URL('../files/examine.ts', import.meta.url), {
  seconds: 20,
  megabytes: 256,
  afresh: true,
});

export function scanFile(lives: Lives, files: FileStore, scanner: MalwareScanner): Performer<Effects['scanFile']> {
  const { database } = lives;
  const bytes = { database, files };

  async function looked(content: string, mediaType: MediaType): Promise<EffectAnswer> {
    if ((await scanner.scan(read(bytes, content, 'original'))) === 'infected') return { type: 'infected', input: {} };
    const parameters = await readParameters(database);
    const today = todayInAlmaty();
    const bounds = {
      mostPixels: numberAt(parameters, 'fileMostPixels', today),
      mostHeicPixels: numberAt(parameters, 'fileHeicMostPixels', today),
      mostPages: numberAt(parameters, 'filePdfMostPages', today),
    };
    const found = await examine({ bytes: await whole(bytes, content, 'original'), mediaType, ...bounds }).catch(
      (error: unknown): Finding => {
        if (error instanceof WorkBroken) return { fault: mediaType === 'application/pdf' ? 'too-complex' : 'image-damaged' };
        throw error;
      },
    );
    if ('fault' in found) return { type: 'unfit', input: { fault: found.fault } };
    if (found.drawn === undefined) return { type: 'passed', input: {} };
    const { width, height, copy, thumbnail } = found.drawn;
    await forgetCopies(database, content);
    await keepForm(bytes, content, 'copy', copy);
    await keepForm(bytes, content, 'thumbnail', thumbnail);
    return { type: 'passed', input: { picture: { width, height } } };
  }

  return {
    tries: TRIES,
    failed: async () => ({ type: 'unfit', input: { fault: 'unchecked' } }),
    async perform({ life, params: { content, mediaType } }) {
      // Its account may be closed and the bytes gone.
      if (!(await wouldAccept(lives, life, 'passed'))) return undefined;
      return looked(content, mediaType as MediaType);
    },
  };
}
