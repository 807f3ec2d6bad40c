import type { Place } from './template-node.ts';

/** What is wrong with a tag of Handlebars, `{{#if …}}` or `{{/if}}`, that begins at this place; undefined for any other. */
export function handlebarsTag(text: string, { lineno = 0, colno = 0 }: Place): string | undefined {
  const line = text.split('\n')[lineno] ?? '';
  const sign = /^\{\{-?\s*([#/])/.exec(line.slice(colno))?.[1];
  return sign && `found "{{${sign}"; blocks are written {% if … %} … {% endif %}`;
}
