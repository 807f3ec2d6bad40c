import { readFileSync } from 'node:fs';
import type { Delivery, ItsmAdapter } from '@itsm-bridge/core';
import {
  type Bench,
  type JiraOptions,
  type JiraSimulator,
  openBench,
  type RecordedRequest,
  startJira,
} from '@itsm-bridge/testkit';
import { validateAdf } from '../adf/__tests__/validate-adf.ts';
import { jira } from '../jira.ts';
import { analysisOf } from './analyses.ts';

type Members = Readonly<Record<string, unknown>>;

const specification = new URL('../../../../examples/config/itsm_config.json', import.meta.url);
const written: { readonly jira: Members } = JSON.parse(readFileSync(specification, 'utf8'));

/** Waits of milliseconds, so that a test of a retry is as fast as one of none. */
export const quick: Members = { retry: { base_seconds: 0.01 } };

/** For a test in which a request is never answered. */
export const impatient: Members = { timeouts: { connect: '250ms', read: '750ms' } };

/** A simulated site that judges every document, and core with the specification's config pointed at it. */
export interface Desk extends Bench {
  readonly site: JiraSimulator;
  readonly jira: ItsmAdapter;
  /** Creates a ticket for the small analysis. */
  deliver(job?: Members): Promise<Delivery | undefined>;
  /** The site's transcript without the fields that are asked for first. */
  sent(): readonly string[];
  /** The POSTs that create, in order of arrival. */
  created(): readonly RecordedRequest[];
}

/** @param given members of the integration; a function where they name the address of the site */
export async function openDesk(
  given: Members | ((url: string) => Members) = quick,
  options: JiraOptions = {},
): Promise<Desk> {
  const site = await startJira({ validateAdf: document => validateAdf(document)[0], ...options });
  const members = typeof given === 'function' ? given(site.url) : given;
  const config = { jira: { ...written.jira, endpoint: site.url, ...members } };
  const bench = await openBench({ config, plugins: [jira], env: { JIRA_API_TOKEN: 'sandbox' } });
  return {
    ...bench,
    site,
    jira: bench.adapter(),
    deliver: async job => (await bench.itsm.createTickets(analysisOf(job)))[0],
    sent: () => site.transcript.filter(line => !line.includes('/createmeta/')),
    created: () =>
      site.requests.filter(({ method, path }) => method === 'POST' && /\/rest\/api\/\d\/issue$/.test(path)),
    [Symbol.asyncDispose]: async () => {
      await bench[Symbol.asyncDispose]();
      await site.close();
    },
  };
}
