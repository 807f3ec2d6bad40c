import type { Fields } from '@itsm-bridge/core';

/**
 * Impact and urgency that yield a priority in the base system's data lookup. An instance computes priority from them and
 * overwrites what was sent, so that they have to be sent too.
 */
const matrix: Readonly<Record<string, { readonly impact: string; readonly urgency: string }>> = {
  '1': { impact: '1', urgency: '1' },
  '2': { impact: '1', urgency: '2' },
  '3': { impact: '2', urgency: '2' },
  '4': { impact: '2', urgency: '3' },
  '5': { impact: '3', urgency: '3' },
};

/** Adds what yields the mapped priority; an impact or urgency that the config maps itself wins. */
export function withImpactAndUrgency(fields: Fields): Fields {
  const { priority } = fields;
  const yields = matrix[String(priority)];
  return yields === undefined ? fields : { ...yields, ...fields };
}
