/** A diagram in the language of Graphviz: boxes with rows, an arrow that begins at its row, and a frame around the states of one parent. */
import type { Language, Localized } from '../charts/messages.ts';
import { COLORS, PLAIN, roomy } from './diagram.ts';
import type { Box, Diagram, Row } from './stages.ts';
import { PARTIES } from './stages.ts';

export type Direction = 'TB' | 'LR';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const quoted = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;

/** Lines of a row, broken between words. What follows the first line is set in. */
function linesOf(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= length) lines.push(last === undefined ? word : `\u00a0\u00a0${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

const cell = (content: string, attributes = ''): string => `<TR><TD ALIGN="LEFT" ${attributes}>${content}</TD></TR>`;
/** Bold letters are wider than the layout reckons. */
const bold = (text: string): string => `<B>${escaped(roomy(text) + '\u00a0'.repeat(1 + Math.round(text.length / 10)))}</B>`;
const inColor = (text: string, party: string): string => `<FONT COLOR="${COLORS[party] ?? PLAIN}">${escaped(text)}</FONT>`;

/** A way out is one cell, from which its arrow begins. The rows under its heading say by what it is taken. */
function wayOf({ heading, port, rows }: Row, length: number): string {
  const lines = rows.flatMap(({ text, party }) => linesOf(text, length).map((line) => inColor(roomy(`\u00a0\u00a0${line}`), party)));
  const all = heading === undefined ? lines : [bold(`→ ${heading}`), ...lines];
  const attributes = `SIDES="T" BORDER="1" COLOR="#cccccc"${port === undefined ? '' : ` PORT="${port}"`}`;
  return cell(`${all.join('<BR ALIGN="LEFT"/>')}<BR ALIGN="LEFT"/>`, attributes);
}

function nodeOf({ id, name, sign, ways, isOutside }: Box, length: number): string {
  const fill = isOutside ? '#f4f4f4' : 'white';
  const title = `<TR><TD BGCOLOR="${ways.length > 0 ? '#e8eef7' : fill}">${bold(`${sign}${name}`)}</TD></TR>`;
  const body = ways.map((way) => wayOf(way, length)).join('');
  return `${quoted(id)} [label=<<TABLE BORDER="1" CELLBORDER="0" CELLSPACING="0" CELLPADDING="3" BGCOLOR="${fill}">${title}${body}</TABLE>>]`;
}

const LEGEND: Localized = {
  kk: '→ күй: содан кейін не басталады; жол мен бағыттаманың түсі:',
  ru: '→ состояние: что начинается после этого; цвет строки и стрелки:',
  en: '→ state: what begins then; the colour of a row and its arrow:',
};
const SEVERAL: Localized = { kk: 'бірнешеуі немесе өздігінен', ru: 'несколько или само', en: 'several, or by itself' };
const SIGNS: Localized = { kk: '▶ бастапқы күй · ◉ соңы', ru: '▶ начальное состояние · ◉ конец', en: '▶ initial state · ◉ end' };

/** Says under the drawing whose each colour is, and what the signs mean. */
function legendOf({ boxes }: Diagram, language: Language): string {
  const used = new Set(boxes.flatMap(({ ways }) => ways.flatMap(({ rows }) => rows.map(({ party }) => party))));
  const parties = Object.entries(PARTIES).filter(([party]) => used.has(party));
  const names = [...parties.map(([party, name]) => inColor(roomy(name[language]), party)), escaped(roomy(SEVERAL[language]))];
  return `<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2">${cell(escaped(roomy(LEGEND[language])))}${cell(names.join(' · '))}${cell(escaped(roomy(SIGNS[language])))}</TABLE>>`;
}

/** The source of a picture. Rows have at most so many letters in a line. */
export function dotOf(diagram: Diagram, language: Language, { direction, length }: { direction: Direction; length: number }): string {
  const { boxes, frames, arrows } = diagram;
  const framed = (frame: string | undefined): string[] => [
    ...boxes.filter((box) => box.frame === frame).map((box) => nodeOf(box, length)),
    ...frames
      .filter(({ outer }) => outer === frame)
      .map(
        ({ id, name }) =>
          `subgraph ${quoted(`cluster_${id}`)} { label=<${bold(name)}> labelloc=t labeljust=l style=rounded color="#888888" bgcolor="#fbfbfb" margin=12\n${framed(id).join('\n')} }`,
      ),
  ];
  const lines = arrows.map(
    ({ from, port, to, head, color, class: party }) =>
      `${quoted(from)}:${quoted(port)} -> ${quoted(to)} [color="${color}" class="transition ${party}"${head === undefined ? '' : ` lhead=${quoted(`cluster_${head}`)}`}]`,
  );
  return `digraph chart {
graph [rankdir=${direction} compound=true ranksep=0.5 nodesep=0.3 fontname="Helvetica" fontsize=12 label=${legendOf(diagram, language)} labelloc=b labeljust=l]
node [shape=plain fontname="Helvetica" fontsize=12]
edge [arrowsize=0.8 penwidth=1.3]
${framed(undefined).join('\n')}
${lines.join('\n')}
}`;
}
