import { linkDestination, linkTitle, normalizedLabel } from '../link-target.ts';
import type { BlockState, Target } from './block-state.ts';
import { interrupts } from './interrupts.ts';
import { lineAt } from './lines-of-state.ts';

interface Definition extends Target {
  readonly label: string;
  /** The position of the next line. */
  readonly end: number;
}

/** Takes the link definitions that begin with a line, `[label]: address "title"`. False where there is none. */
export function readDefinitions(state: BlockState, start: number): boolean {
  const { source } = state;
  const first = lineAt(state, start);
  if (!maybeDefinition.test(source.slice(first.text, first.end))) return false;
  const text = textFrom(state, start);
  let [at, line] = [0, start];
  for (;;) {
    const definition = definitionAt(text, at);
    if (definition === undefined) break;
    const { label, url, title, end } = definition;
    state.definitions ??= new Map();
    if (!state.definitions.has(label)) state.definitions.set(label, { url, title });
    for (; at < end; line++) at = endOfLine(text, at) + 1;
    const { indent } = lineAt(state, line);
    if (text[at] !== '[' || indent < state.indent || indent - state.indent >= 4) break;
  }
  state.line = line;
  return line > start;
}

/** A label that is closed with a colon, or not on the first line. */
const maybeDefinition = /^\[(?:[^\\[\]]|\\.)*(?:\\?$|\]:)/;

/** The lines of a paragraph, without what is before their text. */
function textFrom(state: BlockState, start: number): string {
  const lines: string[] = [];
  for (let at = start; at < state.lineCount; at++) {
    const { text, end, indent } = lineAt(state, at);
    const goesOn = at === start || indent < 0 || indent - state.indent > 3;
    if (text >= end || !(goesOn || !interrupts(state, at, state.lineCount, 'definition'))) break;
    lines.push(state.source.slice(text, end));
  }
  return lines.join('\n');
}

const labelPattern = /\[((?:[^\\[\]]|\\.){1,1998})\]:/suy;

function definitionAt(text: string, start: number): Definition | undefined {
  labelPattern.lastIndex = start;
  const [labelAndColon, rawLabel = ''] = labelPattern.exec(text) ?? [];
  if (labelAndColon === undefined || [...rawLabel].length > 999) return undefined;
  const label = normalizedLabel(rawLabel);
  const destination = linkDestination(text, skipSpace(text, start + labelAndColon.length));
  if (label === '' || destination === undefined) return undefined;
  const title = titleAt(text, destination.end);
  if (title !== undefined) return { label, url: destination.value, title: title.value || null, end: title.end };
  const end = endOfBlankRest(text, destination.end);
  return end === undefined ? undefined : { label, url: destination.value, title: null, end };
}

/** A title with white space before it, and nothing behind it on its line. */
function titleAt(text: string, start: number) {
  const begin = skipSpace(text, start);
  const title = begin === start ? undefined : linkTitle(text, begin);
  const end = title && endOfBlankRest(text, title.end);
  return title === undefined || end === undefined ? undefined : { value: title.value, end };
}

/** Matches everywhere, be it nothing. */
const space = /[ \t\n]*/y;

function skipSpace(text: string, start: number): number {
  space.lastIndex = start;
  space.test(text);
  return space.lastIndex;
}

function endOfLine(text: string, start: number): number {
  const feed = text.indexOf('\n', start);
  return feed === -1 ? text.length : feed;
}

const endOfBlankRest = (text: string, start: number): number | undefined => {
  const end = endOfLine(text, start);
  return /[^ \t]/.test(text.slice(start, end)) ? undefined : end + 1;
};
