import type { TestRunner } from '../ledger/ledger-under-test.ts';
import { attempt } from './attempt.ts';
import { lesson } from './lesson.ts';
import { madeTicket, never } from './operations.ts';
import { repeatAnswers } from './repeat-answers.ts';
import type { OpenSubject, Subject } from './subject.ts';

/** The look-up by what people call a ticket. A plugin without it has nothing to show here. */
export function testLocate({ describe, it }: TestRunner, open: OpenSubject): void {
  const made = async (subject: Subject) => {
    const { draft, ticket } = await madeTicket(subject);
    subject.platform.simulator.clearRequests();
    const { locate } = subject.adapter;
    return {
      ticket,
      stranger: `${ticket.key}99999`,
      locate: locate && ((name: string) => attempt('locate', () => locate(name, { key: draft.key, signal: never }))),
    };
  };

  describe('locate', () => {
    it('gives the ticket that people call so, and none for a name that nobody has', async () => {
      await using subject = await open();
      const { ticket, stranger, locate } = await made(subject);
      if (!locate) return;
      const seen = await locate(ticket.key);
      lesson(
        seen.kind === 'done' && seen.value?.id === ticket.id && seen.value.key === ticket.key,
        `locate does not give the ticket that is called ${ticket.key}: take the key of a TicketRef, as people read it.`,
      );
      const other = await locate(stranger);
      lesson(
        other.kind === 'done' && other.value === undefined,
        `locate answers for ${stranger}, which is no ticket: say undefined, and throw only where the look-up itself failed.`,
      );
      const strange = await locate(`${ticket.key}^ORnumber!=x/../..?a=b`);
      lesson(
        strange.kind === 'done' && strange.value === undefined,
        'locate takes what cannot be the name of a ticket: what a person typed gets into an address or a query.',
      );
      const [written] = subject.writes();
      lesson(
        !written,
        `locate changes something on the platform (${written?.method} ${written?.path}): it only reads. A request that reads all the same goes into \`reads\` of the platform under test.`,
      );
    });

    it('takes no other ticket that the platform answers with', async () => {
      await using subject = await open();
      const { ticket, stranger, locate } = await made(subject);
      if (!locate) return;
      await locate(ticket.key);
      await repeatAnswers(subject.platform.simulator);
      const seen = await locate(stranger);
      lesson(
        seen.kind === 'failed' || seen.value === undefined,
        'locate takes whatever the platform returns: compare its name with the one that was asked for.',
      );
    });

    it('does not call a look-up that failed an absence', async () => {
      await using subject = await open();
      const { ticket, locate } = await made(subject);
      if (!locate) return;
      const { simulator } = subject.platform;
      simulator.fault({ times: 20, effect: { kind: 'status', status: 500, body: { message: 'out of order' } } });
      const failed = await locate(ticket.key);
      lesson(failed.kind === 'failed', 'locate says that there is no ticket where the look-up was answered by 500.');
    });
  });
}
