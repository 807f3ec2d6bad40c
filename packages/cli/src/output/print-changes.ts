import { type ChangeDelivery, printable } from '@itsm-bridge/core';
import { changeLine } from '@itsm-bridge/server/lines';
import type { Io } from '../io.ts';

/** One line for each change of each ticket, and what to know of it below. */
export function printChanges(changes: readonly ChangeDelivery[], { stdout }: Pick<Io, 'stdout'>, json: boolean): void {
  for (const change of changes) {
    if (json) {
      stdout.write(`${JSON.stringify(changeLine(change))}\n`);
      continue;
    }
    const { status, kind, existing, integration, ticket, error, warnings } = change;
    const shown = existing ? `${status} before` : status;
    stdout.write(
      `${shown.padEnd(18)} ${kind.padEnd(8)} ${integration.padEnd(12)} ${ticket.key.padEnd(12)} ${ticket.url}\n`,
    );
    if (error) stdout.write(printable(`    ${error.kind}: ${error.message}\n`));
    for (const { message } of warnings) stdout.write(printable(`    warning: ${message}\n`));
  }
}
