import { closesMacro } from './closes-macro.ts';
import { escapeLineStart } from './escape-line-start.ts';
import { escapeText } from './escape-text.ts';
import { markToWiki } from './mark-to-wiki.ts';
import { reference } from './reference.ts';

interface Box {
  /** `undefined` where the box would be inside another of its kind, which Jira does not know. */
  readonly macro: 'panel' | 'quote' | undefined;
  readonly title: string;
  readonly body: string;
}

/**
 * Blocks in a box. Where there can be none, or code in it would end it, the title in bold and the blocks after it: code
 * is not changed for the sake of a box.
 */
export function boxToWiki({ macro, title, body }: Box): string {
  if (macro === undefined || closesMacro(body, macro)) {
    const bold = title === '' ? '' : escapeLineStart(markToWiki(escapeText(title), '*', { before: '', after: '' }));
    return [bold, body].filter(part => part !== '').join('\n\n');
  }
  const parameter = title === '' ? '' : `:title=${macroTitle(title)}`;
  return `{${macro}${parameter}}\n${body}\n{${macro}}`;
}

/** A macro takes the backslashes off its parameters before it shows them: only references come through. */
function macroTitle(title: string): string {
  return escapeText(title).replace(/\\([-#*_+?^~|%{}[\]()!@])?/g, (_escape, character = '\\') => reference(character));
}
