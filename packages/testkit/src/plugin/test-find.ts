import type { TestRunner } from '../ledger/ledger-under-test.ts';
import { attempt } from './attempt.ts';
import { lesson } from './lesson.ts';
import { doubt, madeTicket, never } from './operations.ts';
import { repeatAnswers } from './repeat-answers.ts';
import type { OpenSubject, Subject } from './subject.ts';

const stranger = `itsm-${'f'.repeat(32)}`;

/** The look-up by the key, after an answer that was lost. */
export function testFind({ describe, it }: TestRunner, open: OpenSubject): void {
  const find = ({ adapter }: Subject, key: string) => adapter.find({ key, signal: never, doubt });
  const ticket = async (subject: Subject) => {
    const { draft, ticket: made } = await madeTicket(subject);
    subject.platform.simulator.clearRequests();
    return { key: draft.key, ticket: made };
  };

  describe('find', () => {
    it('finds the ticket that carries the key, or says that it cannot be certain', async () => {
      await using subject = await open();
      const { key, ticket: made } = await ticket(subject);
      const seen = await find(subject, key);
      if (subject.under.repeatable) {
        lesson(
          seen.kind === 'repeatable',
          `find says "${seen.kind}" on a platform that knows a key again: say \`{ kind: "repeatable" }\`, and core sends again without a look.`,
        );
        await ticket(subject);
        lesson(
          subject.platform.ticketsWith(key) === 1,
          `find says that a create may be repeated, and the same key sent twice made ${subject.platform.ticketsWith(key)} tickets.`,
        );
        return;
      }
      lesson(
        seen.kind !== 'repeatable',
        'find says that a create may be repeated, which the suite was not told: say `repeatable: true`, so that it is tried.',
      );
      if (!(subject.under.findable ?? true)) {
        lesson(
          seen.kind === 'absent' && !seen.conclusive,
          'find answers for a platform that cannot be asked: say `{ kind: "absent", conclusive: false }`.',
        );
        return;
      }
      lesson(
        seen.kind === 'found' || !seen.conclusive,
        'find says that there is certainly no ticket, right after one was made: core would send a second one. Say `conclusive: false` where the search may lag behind.',
      );
      lesson(
        seen.kind === 'found',
        'find does not find a ticket that was made a moment ago, on a simulator without lag.',
      );
      lesson(seen.ticket.id === made.id, `find found ${seen.ticket.id}, and the ticket is ${made.id}.`);
    });

    it('finds nothing under another key', async () => {
      await using subject = await open();
      await ticket(subject);
      const seen = await find(subject, stranger);
      lesson(seen.kind !== 'found', 'find gives a ticket for a key that no ticket carries.');
    });

    it('takes no ticket of a stranger, whatever the platform answers', async () => {
      await using subject = await open();
      const { key } = await ticket(subject);
      await find(subject, key);
      await repeatAnswers(subject.platform.simulator);
      const seen = await attempt('find', () => find(subject, stranger));
      lesson(
        seen.kind === 'failed' || seen.value.kind !== 'found',
        'find takes what the platform returns for its own: platforms drop a clause of a query that they do not like, and return everything. Compare the key of each row with call.key.',
      );
    });

    it('does not call a look-up that failed an absence', async () => {
      await using subject = await open();
      const { key } = await ticket(subject);
      const { simulator } = subject.platform;
      simulator.fault({ times: 20, effect: { kind: 'status', status: 500, body: { message: 'out of order' } } });
      const seen = await attempt('find', () => find(subject, key));
      if (simulator.requests.length === 0) return;
      lesson(
        seen.kind === 'failed' || (seen.value.kind === 'absent' && !seen.value.conclusive),
        'find says that there is no ticket where the look-up was answered by 500: core would send a second one. Let the error through.',
      );
    });
  });
}
