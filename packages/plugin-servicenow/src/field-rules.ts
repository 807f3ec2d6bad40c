import type { FieldRules } from '@itsm-bridge/core';

/** The specification's priority table: 1 - Critical to 4 - Low. */
export const fieldRules: FieldRules = {
  short_description: '{{ job.title }}',
  priority: { from: 'job.severity', map: { critical: '1', high: '2', medium: '3', low: '4' } },
};
