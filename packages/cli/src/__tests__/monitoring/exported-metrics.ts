import { createItsm, createMemoryLedger, systemClock } from '@itsm-bridge/core';
import { jira } from '@itsm-bridge/plugin-jira';
import { servicenow } from '@itsm-bridge/plugin-servicenow';
import { collectDefaultMetrics } from 'prom-client';

/** A metric by its name, with the labels that it may have. */
export type ExportedMetrics = ReadonlyMap<string, ReadonlySet<string>>;

const platform = { endpoint: 'http://127.0.0.1:9', username: 'rca', password: 'x' };
const config = {
  $settings: { on_ledger_unavailable: 'spool' },
  servicenow: platform,
  jira: {
    endpoint: platform.endpoint,
    email: 'rca@example.com',
    api_token: 'x',
    project_key: 'OPS',
    issue_type: 'Task',
  },
};

/** What a worker exports: collected from the registry of a real one. */
export async function exportedMetrics(): Promise<ExportedMetrics> {
  const ledger = async () => createMemoryLedger({ clock: systemClock });
  const itsm = await createItsm({ config: { value: config }, plugins: [servicenow, jira], ledger, env: {} });
  await itsm.work({ signal: AbortSignal.abort() });
  collectDefaultMetrics({ register: itsm.metrics });
  const metrics = itsm.metrics.getMetricsAsArray();
  await itsm.close();
  return new Map(metrics.flatMap(metric => namesOf(metric as never)));
}

/** A histogram is three series in Prometheus. */
function namesOf({ name, type, labelNames = [] }: Metric): readonly (readonly [string, ReadonlySet<string>])[] {
  const labels = new Set(labelNames);
  if (type !== 'histogram') return [[name, labels]];
  return [
    [`${name}_bucket`, new Set([...labels, 'le'])],
    [`${name}_sum`, labels],
    [`${name}_count`, labels],
  ];
}

/** prom-client's type leaves out what it registers of itself. */
interface Metric {
  readonly name: string;
  readonly type?: string;
  readonly labelNames?: readonly string[];
}
