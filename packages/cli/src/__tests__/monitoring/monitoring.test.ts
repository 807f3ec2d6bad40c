import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '@itsm-bridge/core/zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ExportedMetrics, exportedMetrics } from './exported-metrics.ts';
import { namedMetrics } from './named-metrics.ts';
import { alerts, root, tried } from './read-alerts.ts';

const dashboard = z
  .object({
    panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })).min(1) })),
    templating: z.object({
      list: z.array(z.object({ query: z.union([z.string(), z.object({ query: z.string() })]) })),
    }),
  })
  .parse(JSON.parse(readFileSync(join(root, 'ops/grafana/itsm-dashboard.json'), 'utf8')));

let exported: ExportedMetrics;
beforeAll(async () => {
  exported = await exportedMetrics();
});

/** What a query asks for that no worker exports. */
const unknownIn = (query: string): readonly string[] =>
  namedMetrics(query).flatMap(({ name, labels }) => {
    const known = exported.get(name);
    if (!known) return [name];
    return labels.filter(label => !known.has(label)).map(label => `${name}{${label}}`);
  });

describe('an alert', () => {
  it.each(alerts)('asks for what a worker exports: $alert', ({ expr }) => {
    expect(namedMetrics(expr)).not.toEqual([]);
    expect(unknownIn(expr)).toEqual([]);
  });

  it.each(alerts)('is tried where it fires and where it does not: $alert', ({ alert }) => {
    const fires = tried.filter(({ alertname }) => alertname === alert).map(test => test.exp_alerts.length > 0);
    expect(new Set(fires)).toEqual(new Set([true, false]));
  });
});

describe('the dashboard', () => {
  it.each(dashboard.panels)('asks for what a worker exports: $title', ({ targets }) => {
    expect(targets.flatMap(({ expr }) => unknownIn(expr))).toEqual([]);
  });

  it('offers what a worker exports', () => {
    const queries = dashboard.templating.list.map(({ query }) => (typeof query === 'string' ? query : query.query));
    const asked = queries.flatMap(query => [...(/label_values\((\w+), (\w+)\)/.exec(query)?.slice(1) ?? [])]);
    expect(asked.length).toBe(4);
    for (const [n, name] of asked.entries()) if (n % 2 === 0) expect(exported.get(name)).toContain(asked[n + 1]);
  });

  it('shows every metric of ours', () => {
    const shown = new Set(
      dashboard.panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => namedMetrics(expr).map(one => one.name))),
    );
    const ours = [...exported.keys()].filter(name => name.startsWith('itsm_') && !/_(count|sum|bucket)$/.test(name));
    expect(ours.filter(name => !shown.has(name))).toEqual([]);
  });
});

describe('what is held to the metrics', () => {
  it.each([
    ['itsm_dead_letter > 0', ['itsm_dead_letter']],
    [
      'sum by (platform) (rate(itsm_queue_depth{status="x"}[5m]))',
      ['itsm_queue_depth{status}', 'itsm_queue_depth{platform}'],
    ],
    ['max by (integration) (itsm_paused) == 1 unless on () up', ['up']],
  ])('tells what is wrong: %s', (query, wrong) => {
    expect(unknownIn(query)).toEqual(wrong);
  });
});
