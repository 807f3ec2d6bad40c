import { describe, expect, it } from 'vitest';
import type { Analysis } from '../analysis.ts';
import { compileText } from './compile-text.ts';
import { reportSections } from './report-sections.ts';

const content = `Intro

# Report

## Root *Cause*

The disk.

### Detail

\`\`\`sh
# no heading
\`\`\`

Next
----
a
## Root Cause
second
# Other
`;

const analysis: Analysis = {
  job: { id: '7', title: 'T', severity: 'low' },
  analysis: {},
  report: { format: 'markdown', content },
};

describe('reportSections', () => {
  const sections = reportSections(content);

  it('runs to the next heading of the same or a higher level', () => {
    expect(sections).toEqual({
      Report: content.slice(content.indexOf('## Root *'), content.indexOf('# Other')).trimEnd(),
      'Root Cause': 'The disk.\n\n### Detail\n\n```sh\n# no heading\n```',
      Detail: '```sh\n# no heading\n```',
      Next: 'a',
      Other: '',
    });
  });

  it('knows no section in a text without headings', () => {
    expect(reportSections('a\n\nb')).toEqual({});
    expect(reportSections('')).toEqual({});
  });
});

describe('report in a template', () => {
  function render(text: string, given: Analysis = analysis) {
    return compileText({ file: 't', text })(given);
  }

  it('gives sections by heading, in any letter case', () => {
    expect(render('{report.sections["Next"]}{{ report.sections.next }}{report.sections["OTHER"]}').text).toBe('aa');
  });

  it('warns of a section that is not there', () => {
    expect(render('{report.sections["No Impact"]}').warnings.map(({ message }) => message)).toEqual([
      't:1:1: report.sections["No Impact"] is not in the analysis',
    ]);
  });

  it('is Markdown, also when it came as HTML', () => {
    const html = '<h2>Root Cause</h2><p>The <strong>disk</strong>.</p>';
    const { text } = render('{report.sections["Root Cause"]}|{report.content}|{report.format}', {
      ...analysis,
      report: { format: 'html', content: html },
    });
    expect(text.replace(/\s+/g, ' ')).toBe('The **disk**.|## Root Cause The **disk**. |html');
  });

  it('costs a template nothing that does not use it', () => {
    let reads = 0;
    const report = {
      format: 'html' as const,
      get content() {
        reads += 1;
        return '<h1>x</h1>';
      },
    };
    const given: Analysis = { ...analysis, report };
    reads = 0;
    render('{job.id}', given);
    // The object is copied once; its text is not converted: that would read it again.
    expect(reads).toBe(1);
  });
});
