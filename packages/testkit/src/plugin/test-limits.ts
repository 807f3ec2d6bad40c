import type { TestRunner } from '../ledger/ledger-under-test.ts';
import { attempt } from './attempt.ts';
import { lesson } from './lesson.ts';
import { never } from './operations.ts';
import { analysisOf } from './samples.ts';
import type { OpenSubject } from './subject.ts';

const long = '🔥 report, '.repeat(4_000);

/** Reports of people who were thorough. The limits of a platform are the last word, whatever came before. */
const reports: readonly { readonly what: string; readonly analysis: object }[] = [
  { what: 'a title of one word', analysis: analysisOf('word', { title: 'x'.repeat(9_000) }) },
  { what: 'a title of lines', analysis: analysisOf('lines', { title: 'down\n'.repeat(2_000) }) },
  {
    what: 'a list of systems',
    analysis: analysisOf('systems', { affected_systems: Array(2_000).fill('checkout-api') }),
  },
  {
    what: 'a body of code',
    analysis: { ...analysisOf('code'), analysis: { root_cause: `\`\`\`sql\n${'select 1;\n'.repeat(10_000)}\`\`\`` } },
  },
  {
    what: 'a body of one table',
    analysis: {
      ...analysisOf('table'),
      analysis: { root_cause: `| a | b |\n|---|---|\n${`| 1 | ${'🔥'.repeat(500)} |\n`.repeat(120)}` },
    },
  },
  {
    what: 'a body that grows when it is escaped',
    analysis: { ...analysisOf('marks'), analysis: { root_cause: '*_`<>&"\\ '.repeat(5_000) } },
  },
  {
    what: 'sections that are all long',
    analysis: {
      ...analysisOf('all'),
      analysis: Object.fromEntries(
        ['executive_summary', 'timeline', 'root_cause', 'recommendations', 'technical_details'].map(each => [
          each,
          long,
        ]),
      ),
    },
  },
];

/** The ticket is worth more than the rest of its report. */
export function testLimits({ describe, it }: TestRunner, open: OpenSubject): void {
  describe('the limits of the platform', () => {
    it('are kept by every report, and its ticket carries the key all the same', async () => {
      await using subject = await open();
      for (const { what, analysis } of reports) {
        const draft = await subject.draftOf(analysis);
        const call = { key: draft.key, signal: never };
        const created = await attempt('create', () => subject.adapter.create(subject.adapter.prepare(draft), call));
        lesson(
          created.kind === 'done',
          `A report with ${what} is refused by the platform (${created.kind === 'failed' ? created.error.message : ''}): the ticket is worth more than the rest of its report. Measure what is sent, as the platform measures it, after everything else was added.`,
        );
        lesson(
          subject.platform.ticketsWith(draft.key) === 1,
          `A report with ${what} made ${subject.platform.ticketsWith(draft.key)} tickets that carry the key: cut the report, never the key.`,
        );
      }
    });
  });
}
