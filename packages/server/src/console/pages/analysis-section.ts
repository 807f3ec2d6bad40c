import { htmlContent, markdownContent } from '@itsm-bridge/ticket-view';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { jsonBlock } from '../../page/json-block.ts';
import { richBlock } from '../../page/rich-block.ts';

type Members = Readonly<Record<string, unknown>>;

/** The analysis as it was handed in: its report, or its texts one by one. */
export function analysisSection(analysis: unknown): Element {
  const { report, analysis: texts } = membersOf(analysis);
  const { format, content } = membersOf(report);
  const body =
    typeof content === 'string'
      ? [richBlock('Report', format === 'html' ? htmlContent(content) : markdownContent(content))]
      : Object.entries(membersOf(texts)).map(([name, value]) => part(name, value));
  return h('section.card', [
    h('h2', 'Analysis'),
    ...(analysis === undefined
      ? [h('p.soft', 'It is kept no more.')]
      : [...body, jsonBlock('As it was handed in (JSON)', analysis)]),
  ]);
}

const part = (name: string, value: unknown): ElementContent =>
  typeof value === 'string'
    ? h('div.part', [h('h3', words(name)), richBlock(words(name), markdownContent(value))])
    : jsonBlock(words(name), value);

const words = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');

const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
