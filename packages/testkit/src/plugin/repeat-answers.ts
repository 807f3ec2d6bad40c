import { answerTo } from './answer-to.ts';
import type { PlatformUnderTest } from './plugin-under-test.ts';

/** Has the next requests answered as those so far were, in their order, whatever they ask for. */
export async function repeatAnswers(simulator: PlatformUnderTest['simulator']): Promise<void> {
  const asked = [...simulator.requests];
  const answers = await Promise.all(asked.map(request => answerTo(simulator.url, request)));
  for (const [index, answer] of answers.entries())
    simulator.fault({ on: `${asked[index]?.method} /`, effect: { kind: 'status', ...answer } });
}
