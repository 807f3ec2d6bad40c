import { isDeepStrictEqual } from 'node:util';
import type { AdapterDecorator } from '@itsm-bridge/core';
import { callOf } from '../adapter/call-of.ts';
import { checksOf } from '../adapter/checks-of.ts';
import type { TestRunner } from '../ledger/ledger-under-test.ts';
import { answers } from './answers.ts';
import { asDryRun } from './as-dry-run.ts';
import { attempt } from './attempt.ts';
import { deepFreeze } from './deep-freeze.ts';
import { lesson } from './lesson.ts';
import { analysisOf, changeOf, everyChange, hugeAnalyses } from './samples.ts';
import type { OpenSubject } from './subject.ts';
import { testPrepare } from './test-prepare.ts';

/** All of it once more on `dryRun(plugin)`: the same payloads, and nothing sent. */
export function testDryRun(live: TestRunner, openLive: OpenSubject, dryRun: AdapterDecorator): void {
  const { runner, open } = asDryRun(live, openLive);
  const { describe, it } = runner;

  describe('as a dry run', () => {
    testPrepare(runner, open);

    describe('create', () => {
      it('answers with the payload, whatever the platform would have said', async () => {
        await using subject = await open();
        const draft = await subject.draftOf();
        const payload = deepFreeze(subject.adapter.prepare(draft));
        for (const { what, effect } of answers) {
          subject.platform.simulator.fault({ effect: effect(Date.now()) });
          const created = await subject.adapter.create(payload, callOf(draft.key));
          lesson(
            created.kind === 'dry-run' && isDeepStrictEqual(created.payload, payload),
            `create of a dry run does not answer with the payload where the platform would have answered ${what}.`,
          );
        }
      });
    });

    describe('every other member', () => {
      it('answers without a request', async () => {
        await using subject = await open();
        const { adapter } = subject;
        const draft = await subject.draftOf();
        const call = callOf(draft.key);
        await adapter.find(call);
        const ticket = { id: '1', key: 'T-1', url: subject.platform.simulator.url, names: {} };
        for (const kind of everyChange) {
          await adapter.update(ticket, changeOf(kind), call);
          await adapter.findChange?.(ticket, changeOf(kind), call);
        }
        await checksOf(adapter);
        await adapter.resolve?.(draft, call);
        await adapter.locate?.(ticket.key, call);
        await adapter.misfits?.(draft, call);
        await adapter.read?.(ticket, call);
        await adapter.fields?.(call);
        adapter.unresolved?.(draft);
        adapter.followUps?.(draft);
        await adapter.close?.();
        lesson(!adapter.writes, 'A dry run says that it writes.');
      });
    });

    describe('an analysis', () => {
      it('is shown, as often as it comes, and makes no ticket', async () => {
        await using subject = await open();
        for (const _ of [1, 2]) {
          const [delivery] = await subject.itsm.createTickets(analysisOf('abc123'));
          lesson(
            delivery?.status === 'dry_run',
            `The delivery is "${delivery?.status}": ${delivery?.error?.message ?? ''}`,
          );
          lesson(subject.platform.ticketsWith(delivery.key) === 0, 'A dry run made a ticket.');
        }
      });

      it('needs no secret', async () => {
        const opened = await attempt('Opening it', () => open({}, {}));
        lesson(
          opened.kind === 'done',
          `A dry run cannot be opened without its secrets (${opened.kind === 'failed' ? opened.error.message : ''}): people try a config before anybody gives them a token. Use secret() of core, a handle that is revealed when a request is signed.`,
        );
        await using subject = opened.value;
        const [delivery] = await subject.itsm.createTickets(analysisOf('abc123'));
        lesson(
          delivery?.status === 'dry_run',
          `Without its secrets the dry run is "${delivery?.status}" (${delivery?.error?.message ?? ''}): reveal them where a request is signed, not before.`,
        );
      });
    });
  });

  live.describe('as a dry run, beside the plugin itself', () => {
    live.it('makes the same payloads of the same drafts, and shows the same requests', async () => {
      await using subject = await openLive();
      const decorated = dryRun.wrap(subject.adapter);
      for (const analysis of [analysisOf('abc123'), ...hugeAnalyses]) {
        const draft = deepFreeze(await subject.draftOf(analysis));
        const payload = subject.adapter.prepare(draft);
        lesson(
          isDeepStrictEqual(decorated.prepare(draft), payload),
          'The payload of a dry run is not what the plugin itself would send: is there something in prepare that differs from call to call?',
        );
        lesson(
          isDeepStrictEqual(decorated.describe(payload), subject.adapter.describe(payload)),
          'A dry run shows another request than the plugin itself would send: is there something in describe that differs from call to call?',
        );
      }
    });
  });
}
