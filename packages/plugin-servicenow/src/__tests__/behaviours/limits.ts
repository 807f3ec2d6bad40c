import { servicenowFaults } from '@itsm-bridge/testkit';
import { type Behaviour, created } from './behaviour.ts';

export const limits: readonly Behaviour[] = [
  {
    what: 'has a rate rule, with its headers',
    source: 'inbound REST API rate limiting',
    post: servicenowFaults.rateRule({ perHour: 100, resetMs: Date.now() + 1_000, waitMs: 1_000 }),
    ...created,
  },
  {
    what: 'has no semaphore left, and sends no header',
    source: 'KB1297438, KB3046852',
    post: servicenowFaults.semaphoresFull(),
    ...created,
  },
  {
    what: 'cancels by quota in the queue',
    source: 'KB0866547, 500',
    post: servicenowFaults.quotaCancelledInQueue(),
    ...created,
  },
];
