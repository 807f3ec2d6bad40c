import type { Fields, Warning } from '@itsm-bridge/core';
import type { References } from './reference-settings.ts';

/** The sys_ids that were sent and that the record does not hold. */
export const droppedReferences = (
  sent: Fields,
  warnings: readonly Warning[],
  references: References,
): readonly string[] =>
  warnings.flatMap(({ code, field = '' }) => {
    const sysId = sent[field];
    return code === 'field-dropped' && references.has(field) && typeof sysId === 'string' ? [sysId] : [];
  });
