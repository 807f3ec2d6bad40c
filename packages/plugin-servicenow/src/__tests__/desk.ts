import { readFileSync } from 'node:fs';
import type { ItsmAdapter } from '@itsm-bridge/core';
import {
  type Bench,
  openBench,
  type RecordedRequest,
  type ServiceNowOptions,
  type ServiceNowSimulator,
  startServiceNow,
} from '@itsm-bridge/testkit';
import { servicenow } from '../servicenow.ts';

type Members = Readonly<Record<string, unknown>>;

const specification = new URL('../../../../examples/config/itsm_config.json', import.meta.url);
const given: { readonly servicenow: Members } = JSON.parse(readFileSync(specification, 'utf8'));

/** Waits of milliseconds, so that a test of a retry is as fast as one of none. */
export const quick: Members = { retry: { base_seconds: 0.01 } };

/** For a test in which a request is never answered. */
export const impatient: Members = { timeouts: { connect: '250ms', read: '750ms' } };

/** An integration without names to look up. */
export const bare: Members = { ...quick, defaults: {} };

/** Without a note to look for, either: each request is the delivery's own. */
export const noteless: Members = { ...bare, report: { work_notes: 'none' } };

/** A simulated instance, and core with the specification's config pointed at it. */
export interface Desk extends Bench {
  readonly instance: ServiceNowSimulator;
  readonly servicenow: ItsmAdapter;
  /** The bodies of the POSTs to the table, in order of arrival. */
  created(): readonly RecordedRequest[];
}

/** @param asked members of the integration; a function where the instance has to be asked for them */
export async function openDesk(
  asked: Members | ((instance: ServiceNowSimulator) => Promise<Members>) = {},
  options: ServiceNowOptions = {},
): Promise<Desk> {
  const instance = await startServiceNow(options);
  const members = typeof asked === 'function' ? await asked(instance) : asked;
  const config = { servicenow: { ...given.servicenow, endpoint: instance.url, ...members } };
  const bench = await openBench({ config, plugins: [servicenow], env: { SERVICENOW_PASSWORD: 'sandbox' } });
  return {
    ...bench,
    instance,
    servicenow: bench.adapter(),
    created: () => instance.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/incident')),
    [Symbol.asyncDispose]: async () => {
      await bench[Symbol.asyncDispose]();
      await instance.close();
    },
  };
}
