/** The page that checks a paper, drawn by the server. Its script only compares a file of the reader's. */
import type { Language } from '../../charts/messages.ts';
import { localMoment } from '../../rules/moments.ts';
import {
  ALGORITHMS,
  CHECK_WORDS,
  NO_ELECTRONIC_SIGNATURE,
  OF_A_PARTY,
  PARTY_WORDS,
  RESULT_WORDS,
  WAY_WORDS,
} from '../documents/signature-words.ts';
import type { Checked } from './check.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { WORDS } from './words.ts';

type Paper = Checked['papers'][number];
type Signature = Paper['signatures'][number];

/** What there is to show: papers, or why there are none. `start`: nothing was asked for yet. */
export type Shown = Checked | 'start' | 'notFound' | 'later';

/** @param folder where the page's own files and other checks are, relative to its address */
export function checkPage(shown: Shown, language: Language, folder: string): string {
  const word = (key: keyof typeof WORDS): string => WORDS[key][language];
  const papers = typeof shown === 'object' ? shown.papers : [];
  const said = shown === 'notFound' || shown === 'later' ? html`<p class="bad" role="alert">${word(shown)}</p>` : null;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${word('title')} · AkJet</title>
<link rel="stylesheet" href="${folder}page.css">
<script src="${folder}page.js" defer></script>
</head>
<body data-shows="start" data-folder="${folder}" data-sha256="${papers[0]?.sha256 ?? ''}">
<main>
<p class="mark"><a href="/cabinet/check">AkJet</a></p>
<h1>${word('title')}</h1>
${said}
${papers.map((paper) => paperPart(paper, language))}
<section>
<h2>${word('file')}</h2>
<p>${word('stays')}</p>
<label>${word('choose')} <input type="file"></label>
<p class="reading" role="status">${word('reading')}</p>
<p class="same good" role="status">${word('same')}</p>
<p class="other bad" role="alert">${word('other')} <a href="">${word('another')}</a></p>
<p class="unreadable bad" role="alert">${word('unreadable')}</p>
<p class="insecure bad" role="alert">${word('insecure')}</p>
<noscript><p>${word('noScript')}</p></noscript>
</section>
${papers.length === 0 ? null : html`<p class="note">${word('names')}</p>`}
</main>
</body>
</html>
`.text;
}

function paperPart(paper: Paper, language: Language): Html {
  const word = (key: keyof typeof WORDS): string => WORDS[key][language];
  const { name, stateName, sha256, reference, bytes, signatures, awaited, broughtBy } = paper;
  return html`<section>
<h2>${name}</h2>
${broughtBy === null ? null : html`<p class="note">${OF_A_PARTY[language].replace('{party}', PARTY_WORDS[broughtBy][language])}</p>`}
<dl>
<dt>${word('state')}</dt><dd>${stateName}</dd>
<dt>${word('stored')}</dt><dd class="${bytes === 'changed' ? 'bad' : ''}">${word(bytes)}</dd>
<dt>SHA-256</dt><dd class="code">${sha256}</dd>
<dt>${word('reference')}</dt><dd class="code">${reference}</dd>
</dl>
<h3>${word('signatures')}: ${signatures.length}</h3>
${signatures.length === 0 ? html`<p>${word('none')}</p>` : null}
${signatures.map((each) => signaturePart(each, paper.checkedAt, language))}
${awaited === 0 ? null : html`<p>${word('awaited').replace('{count}', String(awaited))}</p>`}
</section>`;
}

function signaturePart(
  { party, way, at, algorithm, timeStampedAt, received, now }: Signature,
  checkedAt: string,
  language: Language,
): Html {
  const word = (key: keyof typeof WORDS): string => WORDS[key][language];
  const moment = (given: string): string => `${localMoment(given, language)} (${word('almaty')})`;
  const verdict = (checked: Signature['now']): string => (checked === null ? word('unknown') : word(checked.holds ? 'holds' : 'fails'));
  const nowAt = `${word('now')} (${localMoment(checkedAt, language)})`;
  const resultOf = (checked: Signature['now'], check: string): string => {
    const result = checked?.checks.find((each) => each.check === check)?.result;
    return result === undefined ? '–' : RESULT_WORDS[result][language];
  };
  const checks = (received ?? now)?.checks ?? [];
  return html`<article>
<h4>${PARTY_WORDS[party][language]}: ${WAY_WORDS[way][language]}</h4>
<dl>
<dt>${word('given')}</dt><dd>${moment(at)}</dd>
${timeStampedAt === null ? null : html`<dt>${word('timeStamped')}</dt><dd>${moment(timeStampedAt)}</dd>`}
${algorithm === null ? null : html`<dt>${word('algorithm')}</dt><dd>${ALGORITHMS[algorithm] ?? algorithm}</dd>`}
${
  way === 'cms'
    ? html`<dt>${word('received')}</dt><dd class="${received?.holds === false ? 'bad' : 'good'}">${verdict(received)}</dd>
<dt>${nowAt}</dt><dd class="${now?.holds ? 'good' : 'bad'}">${verdict(now)}</dd>`
    : null
}
</dl>
${way === 'cms' ? null : html`<p>${NO_ELECTRONIC_SIGNATURE[language]}</p>`}
${
  checks.length === 0
    ? null
    : html`<table>
<thead><tr><th scope="col">${word('check')}</th><th scope="col">${word('received')}</th><th scope="col">${word('now')}</th></tr></thead>
<tbody>${checks.map(
        ({ check }) =>
          html`<tr><th scope="row">${CHECK_WORDS[check][language]}</th><td>${resultOf(received, check)}</td><td>${resultOf(now, check)}</td></tr>`,
      )}</tbody>
</table>`
}
</article>`;
}
