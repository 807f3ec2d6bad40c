import type { Fields, Warning } from '@itsm-bridge/core';
import type { Incident } from './incident.ts';

/** What PagerDuty keeps otherwise without a word: a service may rule urgency itself, a plan may lack priorities. */
export const differences = (sent: Fields, made: Incident): readonly Warning[] =>
  (['urgency', 'priority', 'service', 'escalation_policy'] as const).flatMap(field => {
    const [wanted, stored] = [idOf(sent[field]), idOf(made[field])];
    if (wanted === undefined || wanted === stored) return [];
    const message = `${field}: sent ${wanted}, PagerDuty keeps ${stored ?? 'nothing'}.`;
    return [{ code: stored === undefined ? 'field-dropped' : 'field-changed', field, message }];
  });

function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : undefined;
}
