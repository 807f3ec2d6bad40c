import { isDeepStrictEqual } from 'node:util';
import type { TicketChange } from '@itsm-bridge/core';
import type { TestRunner } from '../ledger/ledger-under-test.ts';
import { attempt } from './attempt.ts';
import { deepFreeze } from './deep-freeze.ts';
import { lesson } from './lesson.ts';
import { madeTicket, never } from './operations.ts';
import type { PluginUnderTest } from './plugin-under-test.ts';
import { changeOf, everyChange } from './samples.ts';
import type { OpenSubject, Subject } from './subject.ts';

/** They add something each time, so that they are known by their id. */
const additions: readonly TicketChange['kind'][] = ['note', 'attach'];

/** What becomes of a ticket later. */
export function testChanges({ describe, it }: TestRunner, open: OpenSubject, under: PluginUnderTest): void {
  const made = async (subject: Subject) => {
    const { draft, ticket } = await madeTicket(subject);
    const call = { key: draft.key, signal: never };
    const { adapter } = subject;
    return {
      update: (change: TicketChange) =>
        attempt(`update, of kind "${change.kind}",`, () => adapter.update(ticket, deepFreeze(change), call)),
      standing: async (change: TicketChange) => {
        const found = await adapter.findChange?.(ticket, change, call);
        return typeof found === 'object' ? found.kind : found;
      },
      read: () => adapter.read?.(ticket, call),
    };
  };

  describe('update', () => {
    for (const kind of under.changes) {
      it(`makes the change "${kind}"`, async () => {
        await using subject = await open();
        const { update, standing } = await made(subject);
        if (kind === 'reopen') await update(changeOf('resolve'));
        const change = changeOf(kind, under.fields);
        if (additions.includes(kind)) {
          lesson(
            (await standing(change)) !== 'applied',
            `findChange says that a change of kind "${kind}" is there before it was made: know it by change.id.`,
          );
        }
        const first = await update(change);
        lesson(
          first.kind === 'done',
          `update refused the change "${kind}": ${first.kind === 'failed' ? first.error.message : ''}`,
        );
        if (!additions.includes(kind)) return;
        const after = await standing(change);
        lesson(
          after !== 'absent',
          `findChange says "${after}" of a change of kind "${kind}" that was made: when an answer is lost, core would make it a second time. Leave change.id where it can be found.`,
        );
        // A file is the same where name and content are.
        if (kind === 'attach') return;
        const other = await standing({ ...change, id: `${change.id}-of-another` });
        lesson(
          other === undefined || other !== 'applied',
          `findChange takes one change of kind "${kind}" for another: know it by change.id, not by its text.`,
        );
      });

      if (!additions.includes(kind)) {
        it(`takes the change "${kind}" a second time without harm`, async () => {
          await using subject = await open();
          const { update, read } = await made(subject);
          if (kind === 'reopen') await update(changeOf('resolve'));
          const change = changeOf(kind, under.fields);
          await update(change);
          const before = await read();
          const again = await update(change);
          lesson(
            again.kind === 'done' && isDeepStrictEqual(before, await read()),
            `The change "${kind}" made twice is not the same as made once: after a lost answer core repeats it. Where the ticket is as it was to be, answer with a warning and send nothing.`,
          );
        });
      }
    }

    for (const kind of everyChange.filter(each => !under.changes.includes(each))) {
      it(`refuses the change "${kind}", which the platform does not have`, async () => {
        await using subject = await open();
        const { update } = await made(subject);
        subject.platform.simulator.clearRequests();
        const done = await update(changeOf(kind, under.fields));
        lesson(
          done.kind === 'failed' && done.error.kind === 'config' && subject.requests().length === 0,
          `update takes the change "${kind}" without a word: whoever asked for it is told that it was made. Throw an ItsmError of kind "config" that names it.`,
        );
      });
    }

    if (under.changes.includes('resolve')) {
      it('leaves a resolved ticket that reads as done, and a reopened one that reads as open', async () => {
        await using subject = await open();
        const { update, read } = await made(subject);
        const state = async () => (await read())?.kind;
        if ((await state()) === undefined) return;
        lesson((await state()) === 'open', `A new ticket reads as "${await state()}".`);
        await update(changeOf('resolve'));
        lesson((await state()) === 'done', `A resolved ticket reads as "${await state()}".`);
        if (!under.changes.includes('reopen')) return;
        await update(changeOf('reopen'));
        lesson((await state()) === 'open', `A reopened ticket reads as "${await state()}".`);
      });
    }
  });
}
