import type { Site } from '../site.ts';
import type { World } from '../world.ts';

/** Every site; in a small run one of each plugin. */
export const chosenSites = ({ sites, size }: Pick<World, 'sites' | 'size'>): readonly Site[] =>
  size === 'large' ? sites.all : firstOfEach(sites.all);

/** The first site of each plugin. */
export const firstOfEach = (sites: readonly Site[]): readonly Site[] =>
  sites.filter((site, n) => sites.findIndex(({ plugin }) => plugin === site.plugin) === n);
