import type { BlockContent, ListItem, PhrasingContent, Root } from 'mdast';
import type { Analysis } from '../analysis.ts';
import { parseMarkdown } from '../render/parse-markdown.ts';
import { titleOf } from '../render/title-of.ts';

/**
 * The note on the earlier ticket: what recurred, of which job, and its summary. A tree and not Markdown with values in it,
 * since a title may be anything. The same analysis gives the same note, however often it is tried.
 */
export function recurrenceNote(analysis: Analysis): Root {
  const { job } = analysis;
  const facts = [
    item(text(`Severity: ${job.severity}`)),
    item(text('Job: '), job.url !== undefined && /^https?:/i.test(job.url) ? link(job.url, job.id) : text(job.id)),
  ];
  return {
    type: 'root',
    children: [
      { type: 'paragraph', children: [strong('The problem has occurred again: '), text(titleOf(analysis))] },
      { type: 'list', ordered: false, spread: false, children: facts },
      ...parseMarkdown(summaryOf(analysis)).children,
    ],
  };
}

function summaryOf({ job, analysis }: Analysis): string {
  const given = [analysis.executive_summary, job.analysis_summary];
  return given.find(value => typeof value === 'string' && value.trim() !== '')?.toString() ?? '';
}

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [{ type: 'text', value }] });
const link = (url: string, value: string): PhrasingContent => ({
  type: 'link',
  url,
  children: [{ type: 'text', value }],
});
const item = (...children: readonly PhrasingContent[]): ListItem => {
  const paragraph: BlockContent = { type: 'paragraph', children: [...children] };
  return { type: 'listItem', spread: false, children: [paragraph] };
};
