import type { CheckStep } from '@itsm-bridge/core';
import { callOf } from '../adapter/call-of.ts';
import type { TestRunner } from '../ledger/ledger-under-test.ts';
import { attempt } from './attempt.ts';
import { lesson } from './lesson.ts';
import type { OpenSubject, Subject } from './subject.ts';

/** What `itsm check --online` asks. */
export function testCheck({ describe, it }: TestRunner, open: OpenSubject): void {
  const steps = async ({ adapter }: Subject) =>
    attempt('check', async () => {
      const all: CheckStep[] = [];
      for await (const step of adapter.check(callOf('itsm-check'))) all.push(step);
      return all;
    });

  describe('check', () => {
    it('finds nothing wrong with a platform that works', async () => {
      await using subject = await open();
      const seen = await steps(subject);
      lesson(seen.kind === 'done', 'check throws where the platform works.');
      lesson(
        seen.value.length > 0,
        'check has no steps: say at least whether the platform is reached and the sign-in taken.',
      );
      const failed = seen.value.find(({ ok }) => !ok);
      lesson(!failed, `check fails at "${failed?.step}" (${failed?.detail}) on a platform that works.`);
    });

    it('writes nothing', async () => {
      await using subject = await open();
      subject.platform.simulator.clearRequests();
      await steps(subject);
      const [written] = subject.writes();
      lesson(
        !written,
        `check wrote to the platform (${written?.method} ${written?.path}): people run it in production. Ask for what can be read, and say in the step what was not tried. A request that reads all the same goes into \`reads\` of the platform under test.`,
      );
    });

    it('says what to do where the platform does not answer', async () => {
      await using subject = await open();
      subject.platform.simulator.fault({
        times: Number.POSITIVE_INFINITY,
        effect: { kind: 'status', status: 401, body: { message: 'no' } },
      });
      const seen = await steps(subject);
      lesson(
        seen.kind === 'done',
        'check throws where the sign-in is refused: yield a step that failed instead, as askQuestions does.',
      );
      const failed = seen.value.find(({ ok }) => !ok);
      lesson(failed, 'check finds nothing wrong with a platform that answers 401 to everything.');
      lesson(failed.hint, `The step "${failed.step}" fails without a hint: say what to do.`);
    });
  });
}
