import type { Call, Fields } from '@itsm-bridge/core';
import type { Unfit } from '../fields/fit-fields.ts';
import type { Screen } from '../fields/read-screen.ts';
import { shapeOn } from '../fields/shape-on.ts';
import { usersIn } from '../fields/users-in.ts';
import { richText } from '../prepare/rich-text.ts';
import type { ApiVersion } from '../site/api.ts';
import type { Connection } from '../site/connection.ts';
import { type Edit, editOf, editVersion } from './edit-of.ts';

export interface ShapedEdit {
  readonly edit: Edit;
  readonly version: ApiVersion;
  readonly unfit: readonly Unfit[];
}

/** Fields as an edit in the shapes of a screen, if there is one. Users are looked up for it; nothing is sent. */
export async function shapeEdit(
  { api, users }: Pick<Connection, 'api' | 'users'>,
  asked: Fields,
  screen: Screen | undefined,
  { key, signal }: Pick<Call, 'key' | 'signal'>,
): Promise<ShapedEdit> {
  const version = await api.version(editVersion(asked));
  const user = screen ? await usersIn(asked, screen, users, signal) : () => undefined;
  const { shape, unfit } = shapeOn(screen, { rich: text => richText(text, version), user });
  return { edit: editOf(asked, key, shape), version, unfit };
}
