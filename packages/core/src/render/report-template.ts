import type { Template } from '../contracts/template-renderer.ts';
import { ItsmError } from '../itsm-error.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { titleOf } from './title-of.ts';

/** The report that an analysis brings, as the body; nothing in it is a placeholder. */
export const reportTemplate: Template = {
  render: analysis => {
    const { report, job } = analysis;
    if (!report) {
      throw new ItsmError('template', `The analysis of job ${job.id} brings no report, and no template renders one.`);
    }
    const markdown = report.format === 'html' ? htmlToMarkdown(report.content) : report.content;
    return { title: titleOf(analysis), body: { kind: 'markdown', root: parseMarkdown(markdown) }, warnings: [] };
  },
};
