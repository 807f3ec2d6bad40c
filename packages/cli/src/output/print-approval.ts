import { type Approval, type DryRunRecord, payloadDifference, printable } from '@itsm-bridge/core';
import { dryRunLine, recordLine } from '@itsm-bridge/server/lines';
import { type ExitStatus, statusOfDeliveries } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { changedLine, differenceText } from './payload-changes.ts';
import { printDelivery } from './print-delivery.ts';

/** What became of an approval. Exit status 1 where nothing was sent, and nothing is going to be. */
export function printApproval(approval: Approval, dryRun: DryRunRecord, json: boolean, io: Io): ExitStatus {
  const { stdout } = io;
  switch (approval.kind) {
    case 'delivered':
      printDelivery(approval.delivery, json, io);
      return statusOfDeliveries([approval.delivery]);
    case 'changed': {
      const { shown, now } = approval;
      stdout.write(json ? `${JSON.stringify(changedLine(shown, now))}\n` : printable(changedText(shown, now)));
      return 1;
    }
    case 'decided': {
      const { decision, record } = approval;
      const line = { ...dryRunLine({ ...dryRun, decision }), ...(record ? { delivery: recordLine(record) } : {}) };
      const { kind, by, at, reason } = decision;
      const became = record ? `: ${record.status}${record.ticket ? ` ${record.ticket.key}` : ''}` : '';
      const why = reason ? `    ${reason}\n` : '';
      const text = `${row(kind, dryRun)}\n    by ${by} at ${at.toISOString()}${became}\n${why}`;
      stdout.write(json ? `${JSON.stringify(line)}\n` : printable(text));
      if (kind === 'rejected') return 1;
      return record ? statusOfDeliveries([record]) : 0;
    }
  }
}

function changedText(shown: DryRunRecord, now: DryRunRecord): string {
  const difference = payloadDifference(shown.payload, now.payload);
  const lines = difference.map(one => `    ${differenceText(one)}`);
  // The same members in another order are another text.
  if (lines.length === 0) lines.push('    the order of its members');
  const next = `    Nothing was sent. "itsm review approve ${now.id}" sends it as it is now.`;
  return `${[row('changed', now), ...lines, next].join('\n')}\n`;
}

/** A line as deliveries have it. */
const row = (state: string, { integration, jobId }: Pick<DryRunRecord, 'integration' | 'jobId'>): string =>
  `${state.padEnd(18)} ${integration.padEnd(12)} ${'-'.padEnd(12)} ${jobId}`;
