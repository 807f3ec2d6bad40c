import { type Delivery, printable } from '@itsm-bridge/core';
import { deliveryLine } from '@itsm-bridge/server/lines';
import type { Io } from '../io.ts';

/** One delivery at a time, as it is done: a JSON line, or a line for people with what went wrong below it. */
export function printDelivery(delivery: Delivery, json: boolean, { stdout }: Io): void {
  stdout.write(json ? `${JSON.stringify(deliveryLine(delivery))}\n` : printable(forPeople(delivery)));
}

function forPeople({ status, existing, integration, jobId, ticket, error, notBefore, warnings }: Delivery): string {
  const state = existing ? `${status} (existing)` : status;
  const rows = [`${state.padEnd(18)} ${integration.padEnd(12)} ${(ticket?.key ?? '-').padEnd(12)} ${jobId}`];
  if (ticket) rows.push(`    ${ticket.url}`);
  if (error) rows.push(`    ${error.kind}${error.status ? ` ${error.status}` : ''}: ${error.message}`);
  if (notBefore) rows.push(`    not before ${notBefore.toISOString()}; a worker takes it up then, or create does`);
  rows.push(...warnings.map(({ message }) => `    warning: ${message}`));
  return `${rows.join('\n')}\n`;
}
