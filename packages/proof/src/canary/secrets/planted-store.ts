import type { SecretProvider } from '@itsm-bridge/core';
import type { Store } from '@itsm-bridge/test-stores';
import type { Planted } from './planted.ts';

/** How a store answers instead of giving a secret. */
export type StoreRefusal = 'denied' | 'throttled' | 'ill' | 'stranger';

/** A store of secrets that a process reaches, whose own sign-in is planted, too. */
export interface PlantedStore {
  readonly name: string;
  readonly scheme: 'aws' | 'azure';
  readonly store: Store;
  readonly signIn: readonly Planted[];
  /** What leads a process to where no store is. */
  readonly away: Readonly<Record<string, string>>;
  /** A provider that has read nothing yet. */
  provider(): SecretProvider;
  /** What a config says, whether it is there or not. */
  refer(name: string): string;
  put(name: string, text: string): void;
  /** Has each reading of that name refused with those words. */
  refuse(name: string, refusal: StoreRefusal, said: string): void;
}
