import { escapeText } from './escape-text.ts';
import type { Sides } from './mark-to-wiki.ts';
import { underMarks } from './under-marks.ts';

/**
 * `{{code}}`; as `{{{}code{}}}` where it touches a word. Jira goes on reading markup between the braces, so that its
 * text needs the same escapes as any other.
 */
export function codeSpanToWiki(code: string, { before, after }: Sides, inLabel = false): string {
  const content = code.trim();
  if (content === '') return code;
  const [leading = '', trailing = ''] = code.split(content);
  const isFree = !touching.test((before + leading).slice(-1)) && !touching.test((trailing + after).slice(0, 1));
  const [opening, closing] = isFree ? ['{{', '}}'] : ['{{{}', '{}}}'];
  return leading + opening + underMarks(escapeText(content, { inCode: true, inLabel })) + closing + trailing;
}

/** Jira Cloud counts each character outside ASCII as a letter. */
const touching = /[\p{L}\p{N}\\{}]|[^ -~]/u;
