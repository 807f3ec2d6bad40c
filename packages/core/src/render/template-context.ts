import type { Analysis, Report } from '../analysis.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { reportSections } from './report-sections.ts';

/**
 * What templates see: the analysis with all its members. The report's `content` is Markdown whatever it was given in,
 * and `sections` are its texts by heading; both are made when a template first asks for them, once.
 */
export function templateContext(analysis: Analysis): object {
  const { report } = analysis;
  return report ? { ...analysis, report: reportContext(report) } : analysis;
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
