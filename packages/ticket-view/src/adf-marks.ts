import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { isObject } from './is-object.ts';
import { safeHref } from './safe-href.ts';

const tags: Readonly<Record<string, string>> = {
  strong: 'strong',
  em: 'em',
  code: 'code',
  strike: 's',
  underline: 'u',
};

/** The text of a node inside its marks. Marks that only colour are left out. */
export const markedText = (text: string, marks: readonly unknown[]): ElementContent =>
  marks.reduce<ElementContent>(
    (inner, mark) => {
      if (!isObject(mark)) return inner;
      const attributes = isObject(mark.attrs) ? mark.attrs : {};
      if (mark.type === 'link') return linkTo(attributes.href, inner);
      if (mark.type === 'subsup') return h(attributes.type === 'sup' ? 'sup' : 'sub', [inner]);
      const type = String(mark.type);
      const tag = Object.hasOwn(tags, type) ? tags[type] : undefined;
      return tag ? h(tag, [inner]) : inner;
    },
    { type: 'text', value: text },
  );

/** What links to nowhere that is safe stays, without the link. */
export function linkTo(url: unknown, inner: ElementContent): ElementContent {
  const href = safeHref(url);
  return href ? h('a', { href }, inner) : inner;
}
