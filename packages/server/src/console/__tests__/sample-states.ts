import { ItsmError } from '@itsm-bridge/core';
import type { SampleConsole } from '../__fixtures__/sample-console.ts';
import { keyOf } from '../__fixtures__/sample-deliveries.ts';

/** What a browser asks for; with a form, what it sends. */
export interface Asked {
  readonly path: string;
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
}

/** Brings a fresh sample into the state, and says how to see it. `words` stand where the page shows what somebody else wrote. */
type SampleState = (sample: SampleConsole, words?: string) => Asked;

/** The pages that no address alone leads to: what a form answers, and what they are when something is away. */
export const sampleStates: Readonly<Record<string, SampleState>> = {
  viewer(sample) {
    sample.role = 'viewer';
    return { path: '/review' };
  },
  changed({ desk }, words = 'Certificate of the edge proxies in eu-west has expired') {
    desk.changedPayload = { fields: { summary: words, priority: { name: 'Low' } } };
    return { path: '/review/approve', form: { id: '91' } };
  },
  decided({ desk }, words = 'servicenow.password: the variable SERVICENOW_PASSWORD is not set.') {
    const { approveRehearsal } = desk;
    desk.approveRehearsal = async (id, by) => {
      const approval = await approveRehearsal(id, by);
      if (id === 90n) throw new ItsmError('config', words);
      return approval;
    };
    return { path: '/review/approve', form: { id: ['90', '91'] } };
  },
  'refused-link': (_, words = 'OPS 999') => ({ path: `/deliveries/${keyOf(5)}/link`, form: { ticket: words } }),
  'ledger-away'({ desk }, words = 'Nothing answers at db.example:5432.') {
    desk.audit = async () => {
      throw new ItsmError('ledger', words);
    };
    return { path: '/audit' };
  },
  'nothing-to-review'({ desk }) {
    Object.assign(desk, { records: [], dryRuns: [] });
    return { path: '/review' };
  },
  offline(sample) {
    sample.isAway = true;
    return { path: '/' };
  },
  'sign-in': () => ({ path: '/sign-in' }),
  'too-many-tries': () => ({ path: '/too-many-tries' }),
};
