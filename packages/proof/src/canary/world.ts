import type { LedgerHouse } from './database/open-ledger-house.ts';
import type { Sites } from './open-sites.ts';
import type { Planted } from './secrets/planted.ts';

/** What a path goes through, and what looks on. */
export interface World {
  readonly sites: Sites;
  readonly house: LedgerHouse;
  readonly size: 'small' | 'large';
  /** Every secret that there is. */
  readonly secrets: readonly Planted[];
}

/** Ways to fail that are no platform's. Each has a name, and searches all that comes out. */
export interface OtherPath {
  readonly name: string;
  go(world: World, see: (place: string, value: unknown) => void): Promise<void>;
}

/** What a call comes to, searched whether it succeeds or fails. */
export const seen = async (
  see: (place: string, value: unknown) => void,
  place: string,
  call: () => Promise<unknown>,
): Promise<void> =>
  call().then(
    value => see(place, value),
    error => see('thrown errors', error),
  );
