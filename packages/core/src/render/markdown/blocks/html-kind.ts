import { htmlTag } from '../html-tag.ts';

/** One of the seven kinds of HTML that CommonMark knows, by how they begin. */
export interface HtmlKind {
  readonly begin: RegExp;
  /** What is in its last line. Undefined: it ends before an empty line. */
  readonly end: RegExp | undefined;
  /** It needs no empty line before it. */
  readonly interrupts: boolean;
}

const blockTags =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';

const kinds: readonly HtmlKind[] = [
  { begin: /^<(script|pre|style|textarea)(?=(\s|>|$))/i, end: /<\/(script|pre|style|textarea)>/i, interrupts: true },
  { begin: /^<!--/, end: /-->/, interrupts: true },
  { begin: /^<\?/, end: /\?>/, interrupts: true },
  { begin: /^<![A-Za-z]/, end: />/, interrupts: true },
  { begin: /^<!\[CDATA\[/, end: /\]\]>/, interrupts: true },
  { begin: new RegExp(`^</?(${blockTags})(?=(\\s|/?>|$))`, 'i'), end: undefined, interrupts: true },
  { begin: new RegExp(`^(?:${htmlTag})\\s*$`), end: undefined, interrupts: false },
];

/** @param text of a line, from its `<` on */
export const htmlKind = (text: string): HtmlKind | undefined => kinds.find(({ begin }) => begin.test(text));
