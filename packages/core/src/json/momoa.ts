import { late } from '../late.ts';

/** JSON with the place of each value: asked where something is to be said about a place. */
export const momoa = late<typeof import('@humanwhocodes/momoa')>('@humanwhocodes/momoa');
