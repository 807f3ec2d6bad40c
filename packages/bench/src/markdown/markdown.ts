import { markdownToAdf } from '@itsm-bridge/plugin-jira';
import { markdownToAdf as marklassian } from 'marklassian';
import type { Benchmark, Figure, RunOptions } from '../benchmark.ts';
import { cpuOf } from '../measure/cpu-of.ts';
import { inTurns } from '../measure/in-turns.ts';
import { ratioOf } from '../measure/ratio.ts';
import { spreadOf } from '../measure/spread.ts';
import { documents } from './documents.ts';

/** So many characters make one round: in full, more than one bad moment of the machine moves. */
const charactersARound = { full: 2_000_000, small: 100_000 } as const;
const unit = 'million characters a second of CPU';

/** From text to document, beside the converter that others use. */
export const markdown: Benchmark = {
  async run(options) {
    const figures: Figure[] = [];
    for (const [kind, texts] of Object.entries(documents)) {
      const target = kind === 'example reports' ? { target: { atLeast: 1 } } : {};
      figures.push({ ...(await compare(kind, texts, options)), ...target });
    }
    return { figures, counts: [] };
  },
};

async function compare(kind: string, texts: readonly string[], options: RunOptions): Promise<Figure> {
  const { size: of, rounds, say } = options;
  say(`Markdown to ADF, ${kind}`);
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const times = Math.ceil(charactersARound[of] / size);
  const throughput = (convert: (text: string) => unknown) => async () =>
    size / (await cpuOf(times, () => texts.forEach(text => void convert(text))));
  const subjects = { ours: throughput(markdownToAdf), theirs: throughput(marklassian) };
  await inTurns(subjects, 2);
  const { ours, theirs } = await inTurns(subjects, rounds);
  return {
    what: `Markdown to ADF ÷ marklassian, ${kind}`,
    value: ratioOf(ours, theirs),
    sides: [
      { name: 'itsm-bridge', unit, amount: spreadOf(ours) },
      { name: 'marklassian', unit, amount: spreadOf(theirs) },
    ],
  };
}
