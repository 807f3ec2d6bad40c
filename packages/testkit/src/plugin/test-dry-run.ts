import { isDeepStrictEqual } from 'node:util';
import { callOf } from '../adapter/call-of.ts';
import { checksOf } from '../adapter/checks-of.ts';
import type { TestRunner } from '../ledger/ledger-under-test.ts';
import { lesson } from './lesson.ts';
import { analysisOf, changeOf, everyChange } from './samples.ts';
import type { OpenSubject, Subject } from './subject.ts';

/** All of it once more on `dryRun(plugin)`: the same payloads, and nothing sent. */
export function testDryRun({ describe, it }: TestRunner, open: OpenSubject): void {
  const silent = ({ platform }: Subject, what: string) =>
    lesson(
      platform.simulator.requests.length === 0,
      `${what} of a dry run sent ${platform.simulator.requests[0]?.method} ${platform.simulator.requests[0]?.path}: everything that opens a socket belongs into create, find, update, resolve and the reads, which the decorator leaves out; prepare, describe, unresolved and followUps are pure.`,
    );

  describe('as a dry run', () => {
    it('delivers the payload that the plugin itself would send, to nobody', async () => {
      await using live = await open();
      await using subject = await open({ dry_run: true });
      const [delivery] = await subject.itsm.createTickets(analysisOf('abc123'));
      silent(subject, 'A delivery');
      lesson(
        delivery?.status === 'dry_run',
        `The delivery is "${delivery?.status}": ${delivery?.error?.message ?? ''}`,
      );
      const [preview] = await live.itsm.preview(analysisOf('abc123'));
      const shown = subject.adapter.describe(delivery.payload);
      lesson(
        shown.body === preview?.request.body,
        'The payload of a dry run is not what the plugin itself would send: is there something in prepare that differs between two adapters?',
      );
    });

    it('answers every member without a request', async () => {
      await using subject = await open({ dry_run: true });
      const { adapter } = subject;
      const draft = await subject.draftOf();
      const payload = adapter.prepare(draft);
      const call = callOf(draft.key);
      const created = await adapter.create(payload, call);
      lesson(
        created.kind === 'dry-run' && isDeepStrictEqual(created.payload, payload),
        'create of a dry run does not answer with the payload.',
      );
      await adapter.find(call);
      const ticket = { id: '1', key: 'T-1', url: subject.platform.simulator.url, names: {} };
      for (const kind of everyChange) await adapter.update(ticket, changeOf(kind), call);
      await checksOf(adapter);
      adapter.unresolved?.(draft);
      adapter.followUps?.(draft);
      await adapter.close?.();
      silent(subject, 'A member');
      lesson(!adapter.writes, 'A dry run says that it writes.');
    });
  });
}
