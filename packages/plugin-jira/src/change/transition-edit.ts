import type { Call, Fields, TicketRef, Warning } from '@itsm-bridge/core';

import { emptyFields } from '../fields/empty-fields.ts';
import { missingFields } from '../fields/fit-fields.ts';
import { screenOf } from '../fields/read-edit-screen.ts';
import { leftOut, shapeOn, withComponents } from '../fields/shape-on.ts';
import { usersIn } from '../fields/users-in.ts';
import { richText } from '../prepare/rich-text.ts';
import type { ApiVersion } from '../site/api.ts';
import type { Connection } from '../site/connection.ts';
import { type Edit, editOf, editVersion } from './edit-of.ts';
import type { Transition } from './list-transitions.ts';

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
  { key, signal }: Pick<Call, 'key' | 'signal'>,
): Promise<TransitionEdit> {
  const { api, users, unfitFields } = connection;
  const screen = Object.keys(described).length > 0 ? screenOf(described) : undefined;
  const onScreen = Object.entries(configured).filter(([field]) => screen?.has(field));
  const wanted = withComponents({ ...Object.fromEntries(onScreen), ...asked });
  const version = (await api.deployment()) === 'cloud' ? editVersion(wanted) : '2';
  const user = screen ? await usersIn(wanted, screen, users, signal) : () => undefined;
  const shaping = shapeOn(screen, { rich: text => richText(text, version), user });
  const edit = editOf(wanted, key, shaping.shape);
  const absent = screen ? missingFields(Object.keys(wanted), screen) : [];
  // What the issue has already stays as it is.
  const empty = await emptyFields(
    connection,
    ticket,
    absent.map(({ field }) => field),
    { signal },
  );
  const missing = absent.filter(({ field }) => empty.includes(field));
  const warnings = leftOut([...shaping.unfit, ...missing], unfitFields, `"${name}" would be refused.`);
  return { edit, version, warnings };
}
