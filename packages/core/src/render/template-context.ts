import type { Analysis, Report } from '../analysis.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { reportSections } from './report-sections.ts';

/**
 * What templates see: the analysis with all its members, and `trace_id`, which is empty where there is no trace. The report's `content` is Markdown whatever it was given in,
 * and `sections` are its texts by heading; both are made when a template first asks for them, once.
 */
export function templateContext(analysis: Analysis): object {
  const { report } = analysis;
  return { trace_id: '', ...analysis, ...(report ? { report: reportContext(report) } : {}) };
}

function reportContext(report: Report): object {
  let markdown: string | undefined;
  let sections: Readonly<Record<string, string>> | undefined;
  const content = () => {
    markdown ??= report.format === 'html' ? htmlToMarkdown(report.content) : report.content;
    return markdown;
  };
  return {
    ...report,
    get content() {
      return content();
    },
    get sections() {
      sections ??= reportSections(content());
      return sections;
    },
  };
}
