import { openBench } from '@itsm-bridge/testkit';
import { pagerduty } from '../pagerduty.ts';
import { type PagerDutyOptions, type PagerDutySimulator, startPagerDuty } from './start-pagerduty.ts';

/** An integration with the simulated account. */
export const configOf = ({ url }: Pick<PagerDutySimulator, 'url'>) => ({
  endpoint: url,
  service: 'PSVC1',
  from: 'rca@example.com',
  api_key: '${PAGERDUTY_KEY}',
});

export const env = { PAGERDUTY_KEY: 'pd-secret-key' };

export const analysis = (job: object = {}) => ({
  job: { id: 'abc123', title: 'Checkout requests time out', severity: 'critical', ...job },
  analysis: {
    executive_summary: 'Checkout timed out.',
    timeline: '- 10:02 deploy',
    root_cause: 'The pool of `payments-db` ran dry.',
    recommendations: '1. Raise the limit',
  },
});

/** Core with an empty ledger, as a process that knows nothing of the others, on an account that may have a past. */
export async function openDesk(simulator: PagerDutySimulator, members: Readonly<Record<string, unknown>> = {}) {
  const quick = { retry: { base_seconds: 0.01 } };
  const config = { pagerduty: { ...configOf(simulator), ...quick, ...members } };
  const bench = await openBench({ config, plugins: [pagerduty], env });
  return Object.assign(bench, { pagerduty: bench.adapter() });
}

export async function openAccount(options: PagerDutyOptions = {}, members: Readonly<Record<string, unknown>> = {}) {
  const account = await startPagerDuty(options);
  const desk = await openDesk(account, members);
  return {
    account,
    ...desk,
    async deliver(job: object = {}) {
      const [delivery] = await desk.itsm.createTickets(analysis(job));
      return delivery;
    },
    [Symbol.asyncDispose]: async () => {
      await desk[Symbol.asyncDispose]();
      await account.close();
    },
  };
}
