import type { Call, Fields, TicketRef, Warning } from '@itsm-bridge/core';
import { emptyFields } from '../fields/empty-fields.ts';
import { missingFields } from '../fields/fit-fields.ts';
import { screenOf } from '../fields/read-edit-screen.ts';
import { leftOut, withComponents } from '../fields/shape-on.ts';
import type { ApiVersion } from '../site/api.ts';
import type { Connection } from '../site/connection.ts';
import type { Edit } from './edit-of.ts';
import type { Transition } from './list-transitions.ts';
import { shapeEdit } from './shape-edit.ts';

export interface TransitionEdit {
  readonly edit: Edit;
  readonly version: ApiVersion;
  readonly warnings: readonly Warning[];
}

/**
 * What goes with a transition: the fields that were asked for, and those of the config that its screen has. A transition
 * without a screen is sent what was asked for, as it stands.
 *
 * @throws ItsmError kind `mapping`: a field is not on the screen or does not fit, or one that it requires is missing; with
 *   what is accepted, before anything is sent.
 */
export async function transitionEdit(
  connection: Connection,
  ticket: TicketRef,
  { name, fields: described = {} }: Transition,
  { asked, configured }: { readonly asked: Fields; readonly configured: Fields },
  call: Pick<Call, 'key' | 'signal'>,
): Promise<TransitionEdit> {
  const screen = Object.keys(described).length > 0 ? screenOf(described) : undefined;
  const onScreen = Object.entries(configured).filter(([field]) => screen?.has(field));
  const wanted = withComponents({ ...Object.fromEntries(onScreen), ...asked });
  const { edit, version, unfit } = await shapeEdit(connection, wanted, screen, call);
  const absent = screen ? missingFields(field => Object.hasOwn(wanted, field), screen) : [];
  const names = absent.map(({ field }) => field);
  // What the issue has already stays as it is.
  const empty = await emptyFields(connection, ticket, names, call);
  const missing = absent.filter(({ field }) => empty.includes(field));
  const warnings = leftOut([...unfit, ...missing], connection.unfitFields, `"${name}" would be refused.`);
  return { edit, version, warnings };
}
