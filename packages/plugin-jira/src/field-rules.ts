import type { FieldRules } from '@itsm-bridge/core';

/** The specification's priority table. */
export const fieldRules: FieldRules = {
  summary: '{{ job.title }}',
  priority: { from: 'job.severity', map: { critical: 'Highest', high: 'High', medium: 'Medium', low: 'Low' } },
};
