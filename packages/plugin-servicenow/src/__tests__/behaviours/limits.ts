import { servicenowFaults } from '@itsm-bridge/testkit';
import { type CreateBehaviour, created } from './behaviour.ts';

export const limits: readonly CreateBehaviour[] = [
  {
    what: 'has a rate rule, with its headers',
    source: 'inbound-REST-API-rate-limiting.md',
    post: servicenowFaults.rateRule({ perHour: 100, resetMs: Date.now() + 1_000, waitMs: 1_000 }),
    ...created,
  },
  {
    what: 'has no semaphore left, and sends no header',
    source: 'KB1297438, KB3046852; open: its body',
    post: servicenowFaults.semaphoresFull(),
    ...created,
  },
  {
    what: 'cancels by quota in the queue, 500',
    source: 'KB1297438, KB0866547',
    post: servicenowFaults.quotaCancelledInQueue(),
    ...created,
  },
];
