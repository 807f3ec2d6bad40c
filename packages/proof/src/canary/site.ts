import type { ItsmPlugin, SecretProvider } from '@itsm-bridge/core';
import type { Parrot } from './platforms/parrot.ts';
import type { Planted } from './secrets/planted.ts';
import type { SignIn } from './sign-ins/sign-in.ts';

/** A sign-in with a platform before it, and its secrets where the config finds them. */
export interface Site extends AsyncDisposable {
  readonly signIn: SignIn;
  readonly plugin: ItsmPlugin;
  readonly parrot: Parrot;
  /** The integration as the config has it. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly secrets: readonly Planted[];
  /** Where the config is. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly providers: readonly SecretProvider[];
}
