import { fromHtml } from 'hast-util-from-html';
import { elementsOf } from './elements-of.ts';

const tags =
  /^(h[1-6]|p|br|hr|blockquote|pre|div|[uod]l|li|d[td]|table|caption|thead|tbody|tfoot|t[rhd]|a|strong|b|em|i|u|del|s|ins|su[bp]|small|code|kbd|samp|var|tt|q|span)$/;
const attributes = /^(href|title|start|align|colSpan|rowSpan|border|cellPadding|cellSpacing)$/;

/** What in an entry could act, reach the page around it, or end its HTML: nothing. */
export function dangersIn(entry: string): readonly string[] {
  const inside = insideOf(entry);
  if (inside === undefined) return ['is no [code] entry'];
  const found = /[[\]\r\n]/.test(inside) ? ['a bracket or a line end inside'] : [];
  for (const { tagName, properties } of elementsOf(fromHtml(inside, { fragment: true }))) {
    if (!tags.test(tagName)) found.push(`<${tagName}>`);
    for (const [name, value] of Object.entries(properties)) {
      if (!attributes.test(name)) found.push(name);
      if (name === 'href' && !/^(https?:\/\/|mailto:)/.test(String(value))) found.push(`${name}=${value}`);
    }
  }
  return found;
}

export const insideOf = (entry: string): string | undefined => /^\[code\]([\s\S]*)\[\/code\]$/.exec(entry)?.[1];
