import type { Call, TicketChange, TicketRef, Warning } from '@itsm-bridge/core';
import { readEditScreen } from '../fields/read-edit-screen.ts';
import { leftOut, shapeOn, withComponents } from '../fields/shape-on.ts';
import { usersIn } from '../fields/users-in.ts';
import { richText } from '../prepare/rich-text.ts';
import type { Connection } from '../site/connection.ts';
import { editOf, editVersion } from './edit-of.ts';

/** PUT …/issue/{id}, answered 204: the fields that the change names, and no other. */
export async function editIssue(
  connection: Connection,
  ticket: TicketRef,
  { fields }: Extract<TicketChange, { readonly kind: 'fields' }>,
  { key, signal }: Call,
): Promise<readonly Warning[]> {
  const { api, users, fieldCheck, unfitFields } = connection;
  const asked = withComponents(fields);
  const screen = fieldCheck ? await readEditScreen(connection, ticket, { signal }) : undefined;
  const version = (await api.deployment()) === 'cloud' ? editVersion(asked) : '2';
  const user = screen ? await usersIn(asked, screen, users, signal) : () => undefined;
  const shaping = shapeOn(screen, { rich: text => richText(text, version), user });
  const edit = editOf(asked, key, shaping.shape);
  const warnings = leftOut(shaping.unfit, unfitFields, `${ticket.key} does not take the change.`);
  if (edit.fields || edit.update) await api.put(`/issue/${ticket.id}`, edit, { signal, version });
  return warnings;
}
