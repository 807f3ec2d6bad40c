import type { Registry } from 'prom-client';
import type { EventSink } from '../contracts.ts';
import type { ItsmErrorKind } from '../itsm-error.ts';
import { decidedByPeople } from '../record/decided-by-people.ts';
import { counterOf } from './counter-of.ts';

/** Nothing has failed: our own side holds it back, a caller gave it up, a person wants it no more or is asked again. */
const noFailure: ReadonlySet<ItsmErrorKind> = new Set(['held', 'cancelled', ...decidedByPeople]);

/** Why deliveries and changes fail, for now or for good: each attempt counts once, by the closed set of error kinds. */
export function failuresMetricSink(registry: Registry): EventSink {
  const counter = counterOf(registry, 'itsm_failures_total', 'Attempts that failed, for now or for good, by kind', [
    'platform',
    'kind',
  ]);
  return {
    emit({ platform, dryRun, error }) {
      if (!dryRun && error && !noFailure.has(error.kind)) counter.inc({ platform, kind: error.kind });
    },
  };
}
