import type { Call, TicketChange, TicketRef, Warning } from '@itsm-bridge/core';
import { readEditScreen } from '../fields/read-edit-screen.ts';
import { leftOut, withComponents } from '../fields/shape-on.ts';
import type { Connection } from '../site/connection.ts';
import { shapeEdit } from './shape-edit.ts';

/** PUT …/issue/{id}, answered 204: the fields that the change names, and no other. */
export async function editIssue(
  connection: Connection,
  ticket: TicketRef,
  { fields }: Extract<TicketChange, { readonly kind: 'fields' }>,
  { key, signal }: Call,
): Promise<readonly Warning[]> {
  const { api, fieldCheck, unfitFields } = connection;
  const screen = fieldCheck ? await readEditScreen(connection, ticket, { signal }) : undefined;
  const { edit, version, unfit } = await shapeEdit(connection, withComponents(fields), screen, { key, signal });
  const warnings = leftOut(unfit, unfitFields, `${ticket.key} does not take the change.`);
  if (edit.fields || edit.update) await api.put(`/issue/${ticket.id}`, edit, { signal, version });
  return warnings;
}
