import { markdownToAdf } from '@itsm-bridge/plugin-jira';
import { markdownToAdf as marklassian } from 'marklassian';
import { documents } from './documents.ts';
import { type Comparison, sideBySide } from './side-by-side.ts';

/** As many as warm up the compiler, and then as many as one bad second of the machine does not move. */
const [warmUp, rounds] = [20, 60];

const lineOf = (kind: string, { oursMs, theirsMs, ratio }: Comparison) =>
  `  ${kind.padEnd(16)} ${oursMs.toFixed(2).padStart(7)} ms ${theirsMs.toFixed(2).padStart(7)} ms   ${ratio.toFixed(2)}\n`;

function compare(markdowns: readonly string[]): Comparison {
  const ours = () => markdowns.forEach(markdown => void markdownToAdf(markdown));
  const theirs = () => markdowns.forEach(markdown => void marklassian(markdown));
  sideBySide(ours, theirs, warmUp, () => performance.now());
  return sideBySide(ours, theirs, rounds, () => performance.now());
}

process.stdout.write(
  'Markdown to ADF, text to document: markdownToAdf, marklassian, and the ratio of the two (below 1: faster)\n\n',
);
for (const [kind, markdowns] of Object.entries(documents)) process.stdout.write(lineOf(kind, compare(markdowns)));
process.stdout.write(lineOf('all of them', compare(Object.values(documents).flat())));
