/** The files of a life side by side: pictures are shown, everything else is opened by a link that ends after some minutes. */
import { dataOf } from '../../../shared/client.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSetting } from '../../../shared/setting.ts';
import { useWords } from '../words.ts';
import type { Life } from './api.ts';

/** The files that a life names: those of its documents, and those that hang on it. */
function filesOf({ submissions, documents, files }: Life): string[] {
  const groups = (submissions ?? []) as { documents?: { file: string }[] }[];
  const named = [...groups.flatMap((each) => each.documents ?? []), ...((documents ?? []) as { file: string }[])].map(({ file }) => file);
  const hung = ((files ?? []) as { id: string }[]).map(({ id }) => id);
  return [...new Set([...named, ...hung])];
}

export function Documents({ of }: { of: Life }) {
  const words = useWords();
  const files = filesOf(of);
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="documents" class="stack">
      <h2 id="documents">{words('documents')}</h2>
      <div class="documents">
        {files.map((id) => (
          <Document key={id} id={id} />
        ))}
      </div>
    </section>
  );
}

function Document({ id }: { id: string }) {
  const { api, speech } = useSetting();
  const words = useWords();
  const { data, error } = useLoaded(`file ${id}`, () => dataOf(api.client.GET('/v1/files/{id}', { params: { path: { id } } })));
  if (error !== undefined) return <Problem error={error} speech={speech} />;
  if (data === undefined) return <p role="status">{speech.say('loading')}</p>;
  const { links, name, mediaType, number, stateName, fault } = data;
  const title = name ?? `№ ${number}`;
  return (
    <figure class="card">
      <figcaption class="row">
        <span>{title}</span>
        <span class="badge">{stateName}</span>
      </figcaption>
      {fault && <p class="bad">{fault.words}</p>}
      {links && mediaType.startsWith('image/') && <img src={links.content} alt={title} />}
      {links && (
        <a href={links.content} target="_blank" rel="noreferrer">
          {words('openFile')}
        </a>
      )}
    </figure>
  );
}
