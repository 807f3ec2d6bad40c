import type { TestRunner } from '../ledger/ledger-under-test.ts';
import { lesson } from './lesson.ts';
import { analysisOf } from './samples.ts';
import type { OpenSubject } from './subject.ts';

/** The plugin under core: an analysis becomes one ticket, whatever happens on the way. */
export function testDelivery({ describe, it }: TestRunner, open: OpenSubject): void {
  describe('an analysis', () => {
    it('becomes one ticket, and the same one when it comes again', async () => {
      await using subject = await open();
      const [first] = await subject.itsm.createTickets(analysisOf('abc123'));
      lesson(first?.status === 'created', `The delivery is "${first?.status}": ${first?.error?.message ?? ''}`);
      const [second] = await subject.itsm.createTickets(analysisOf('abc123'));
      lesson(second?.existing && second.ticket?.id === first.ticket?.id, 'The same analysis again is another ticket.');
      lesson(subject.creates().length === 1, 'The same analysis again is sent again.');
    });

    it('is one ticket after two answers of 503', async () => {
      await using subject = await open();
      const { simulator, creates, ticketsWith } = subject.platform;
      simulator.fault({
        on: creates,
        times: 2,
        effect: { kind: 'status', status: 503, headers: { 'retry-after': '0' } },
      });
      const [delivery] = await subject.itsm.createTickets(analysisOf('abc123'));
      lesson(
        delivery?.status === 'created',
        `The delivery is "${delivery?.status}": ${delivery?.error?.message ?? ''}`,
      );
      lesson(subject.creates().length === 3, `Three sends were due, and ${subject.creates().length} came.`);
      lesson(ticketsWith(delivery.key) === 1, `The platform holds ${ticketsWith(delivery.key)} tickets with the key.`);
    });

    it('is one ticket where the answer to its creation was lost', async () => {
      await using subject = await open();
      const { simulator, creates, ticketsWith } = subject.platform;
      simulator.fault({ on: creates, effect: { kind: 'drop', commit: true } });
      const [delivery] = await subject.itsm.createTickets(analysisOf('abc123'));
      lesson(delivery, 'Core made no delivery of the analysis.');
      lesson(
        ticketsWith(delivery.key) === 1,
        `The platform holds ${ticketsWith(delivery.key)} tickets with the key after one lost answer: find has to find the first.`,
      );
      const { findable = true, repeatable = false } = subject.under;
      const expected = repeatable ? 'created' : findable ? 'found' : 'unknown';
      lesson(
        delivery.status === expected,
        `The delivery is "${delivery.status}" after a lost answer; expected is "${expected}": ${delivery.error?.message ?? ''}`,
      );
    });
  });
}
