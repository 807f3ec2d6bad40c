import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '@itsm-bridge/core/zod';
import { parse } from 'yaml';

export const root = join(import.meta.dirname, '../../../../..');

const rules = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.strictObject({
          alert: z.string(),
          expr: z.string(),
          for: z.string().optional(),
          labels: z.strictObject({ severity: z.enum(['critical', 'warning', 'info']) }),
          annotations: z.strictObject({ summary: z.string(), description: z.string(), runbook_url: z.string() }),
        }),
      ),
    }),
  ),
});

const tests = z.object({
  tests: z.array(
    z.object({ alert_rule_test: z.array(z.object({ alertname: z.string(), exp_alerts: z.array(z.unknown()) })) }),
  ),
});

const yamlOf = (file: string): unknown => parse(readFileSync(join(root, 'ops/prometheus', file), 'utf8'));

export const alerts = rules.parse(yamlOf('itsm-alerts.yml')).groups.flatMap(group => group.rules);

/** What promtool tries: whether an alert is to fire at some time, or is not to. */
export const tried = tests.parse(yamlOf('itsm-alerts.test.yml')).tests.flatMap(test => test.alert_rule_test);
