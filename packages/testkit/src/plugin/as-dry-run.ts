import type { TestRunner } from '../ledger/ledger-under-test.ts';
import type { RecordedRequest } from '../simulator/recorded-request.ts';
import { lesson } from './lesson.ts';
import type { OpenSubject } from './subject.ts';

/** What tests of a plugin need to run on its dry run instead: nothing may have arrived when one of them is over. */
export function asDryRun(
  runner: TestRunner,
  open: OpenSubject,
): { readonly runner: TestRunner; readonly open: OpenSubject } {
  let arrived: (() => readonly RecordedRequest[])[] = [];
  return {
    runner: {
      describe: runner.describe,
      it: (name, body) =>
        runner.it(name, async () => {
          arrived = [];
          await body();
          const [first] = arrived.flatMap(requests => requests());
          lesson(
            first === undefined,
            `A dry run sent ${first?.method} ${first?.path}: everything that opens a socket belongs into create, find, update, resolve and the reads, which the decorator leaves out; prepare, describe, unresolved and followUps are pure.`,
          );
        }),
    },
    async open(members, env) {
      const subject = await open({ ...members, dry_run: true }, env);
      const { simulator } = subject.platform;
      const cleared: RecordedRequest[] = [];
      arrived.push(() => [...cleared, ...simulator.requests]);
      const clear = simulator.clearRequests.bind(simulator);
      simulator.clearRequests = () => {
        cleared.push(...simulator.requests);
        clear();
      };
      return subject;
    },
  };
}
