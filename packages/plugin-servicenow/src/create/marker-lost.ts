import type { Warning } from '@itsm-bridge/core';

/** By correlation_id a ticket is found again: that it was lost is more than the loss of a field, and has a code of its own. */
export const markerLost = (warnings: readonly Warning[]): readonly Warning[] =>
  warnings.map(warning =>
    warning.field === 'correlation_id'
      ? {
          ...warning,
          code: 'marker-lost',
          message: `${warning.message} Without it this ticket is not found again, and a request whose answer is lost may make one more.`,
        }
      : warning,
  );
