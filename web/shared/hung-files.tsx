/** The files that were given with commands: pictures are shown small, everything opens in a view of its own. */
import { useEffect } from 'preact/hooks';
import type { components } from './api.ts';
import { numberInWords } from './language.ts';
import { useLoaded, useSetting } from './setting.ts';

type Hung = components['schemas']['HungFiles'][number];

export function FilesOfSides({ files }: { files: readonly Hung[] | undefined }) {
  const { speech } = useSetting();
  if (files === undefined || files.length === 0) return null;
  return (
    <section aria-labelledby="files">
      <h2 id="files">{speech.say('files')}</h2>
      <ul class="pictures">
        {files.map((file, index) => (
          <li key={`${file.seq} ${file.id}`}>
            {file.erased ? <em>{speech.say('fileErased')}</em> : <OneFile file={file} number={index + 1} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

const MINUTE = 60_000;

function OneFile({ file: { id, mediaType, size }, number }: { file: Hung; number: number }) {
  const { api, speech } = useSetting();
  const { data, reload } = useLoaded(`file ${id}`, () => api.file(id));
  const links = data?.links;
  // The addresses end after some minutes.
  useEffect(() => {
    if (!links) return;
    const soon = setTimeout(reload, (links.minutes - 0.5) * MINUTE);
    return () => clearTimeout(soon);
  }, [links]);
  const name = data?.name ?? `${speech.say(mediaType === 'application/pdf' ? 'document' : 'picture')} ${number}`;
  if (!links) return <span class="soft">{name}</span>;
  return (
    <a href={links.content} target="_blank" rel="noopener">
      {links.thumbnail && <img src={links.thumbnail} alt="" width={120} />}
      <span>
        {name}{' '}
        <small class="soft">
          {numberInWords(speech.language, Math.ceil(size / 1024))} {speech.say('kilobytes')}
        </small>
      </span>
    </a>
  );
}
