import type { AdfInline, AdfText } from './adf-node.ts';

/** Merges neighbours with equal marks, and takes blanks and line breaks off both ends: Jira shows those as empty lines. */
export function tidyInlines(inlines: readonly AdfInline[]): readonly AdfInline[] {
  // Most are tidy as they come: nothing is copied then.
  return inlines.every(staysBehind) ? inlines : tidied(inlines);
}

/** It is neither merged with the one before nor taken off an end. */
function staysBehind(inline: AdfInline, index: number, inlines: readonly AdfInline[]): boolean {
  const isAtEnd = index === 0 || index === inlines.length - 1;
  if (isAtEnd && !isVisible(inline)) return false;
  return inline.type !== 'text' || (inline.text !== '' && !canJoin(inlines[index - 1], inline));
}

const canJoin = (before: AdfInline | undefined, text: AdfText): before is AdfText =>
  before?.type === 'text' && haveEqualMarks(before, text);

function tidied(inlines: readonly AdfInline[]): readonly AdfInline[] {
  const merged: AdfInline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (inline.type === 'text' && inline.text === '') continue;
    if (inline.type === 'text' && canJoin(last, inline)) {
      merged[merged.length - 1] = { ...last, text: last.text + inline.text };
    } else merged.push(inline);
  }
  const first = merged.findIndex(isVisible);
  const last = merged.findLastIndex(isVisible);
  if (first === -1) return [];
  return first === 0 && last === merged.length - 1 ? merged : merged.slice(first, last + 1);
}

function isVisible(inline: AdfInline): boolean {
  return inline.type === 'text' && visible.test(inline.text);
}

const visible = /\S/;

function haveEqualMarks(one: AdfText, other: AdfText): boolean {
  if (one.marks === other.marks) return true;
  if (one.marks === undefined || other.marks === undefined) return false;
  return JSON.stringify(one.marks) === JSON.stringify(other.marks);
}
