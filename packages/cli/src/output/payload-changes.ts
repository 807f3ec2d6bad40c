import { type DryRunRecord, type PayloadDifference, payloadDifference } from '@itsm-bridge/core';

/** What was shown is not what would be sent now. */
export function changedLine(shown: DryRunRecord, now: DryRunRecord): Record<string, unknown> {
  const { key, jobId, integration, platform, id } = now;
  const difference = payloadDifference(shown.payload, now.payload);
  return {
    ...{ key, job_id: jobId, integration, platform, success: false, status: 'changed' },
    ...{ dry_run_id: id.toString(), difference },
  };
}

/** One member a line: `fields.summary: "Down" → "Checkout is down"`. */
export const differenceText = ({ path, ...sides }: PayloadDifference): string =>
  `${path === '' ? 'payload' : path}: ${side(sides, 'shown')} → ${side(sides, 'now')}`;

const side = (sides: Omit<PayloadDifference, 'path'>, name: 'shown' | 'now'): string =>
  name in sides ? JSON.stringify(sides[name]) : '(nothing)';
