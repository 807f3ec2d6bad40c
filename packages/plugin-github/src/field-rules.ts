import type { FieldRules } from '@itsm-bridge/core';

/** Labels are lists; assignees (logins) and milestone (its number) are for `defaults` and `assignment_rules`. */
export const fieldRules: FieldRules = {
  labels: {
    from: 'job.severity',
    map: {
      critical: ['severity: critical'],
      high: ['severity: high'],
      medium: ['severity: medium'],
      low: ['severity: low'],
    },
  },
};
