import { htmlContent, markdownContent } from '@itsm-bridge/ticket-view';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { jsonBlock } from '../../page/json-block.ts';
import { richBlock } from '../../page/rich-block.ts';

/** More than a person reads, and what a page is made of in a moment: a report may have any size. */
const shownCharacters = 100_000;

type Members = Readonly<Record<string, unknown>>;

/** The analysis as it was handed in: its report, or its texts one by one. */
export function analysisSection(analysis: unknown): Element {
  const { report, analysis: texts } = membersOf(analysis);
  const { format, content } = membersOf(report);
  const body =
    typeof content === 'string'
      ? written('Report', content, format === 'html' ? htmlContent : markdownContent)
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
    ? h('div.part', [h('h3', words(name)), ...written(words(name), value, markdownContent)])
    : jsonBlock(words(name), value);

const written = (label: string, text: string, make: (text: string) => ElementContent[]): readonly Element[] => [
  richBlock(label, make(text.slice(0, shownCharacters))),
  ...(text.length > shownCharacters ? [h('p.soft', 'This is its beginning; all of it is in the JSON below.')] : []),
];

const words = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');

const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
