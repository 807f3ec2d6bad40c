import type { PlatformFailure } from '../platforms/failures.ts';
import type { Heard } from '../platforms/heard.ts';
import type { Spoiling } from '../platforms/parrot.ts';
import { tokenPath } from '../sign-ins/by-oauth.ts';

/** Which requests fail: of the API, or those to the token endpoint. */
export type Stretch = 'every request' | 'every write' | 'every sign-in';

const signsIn = ({ path }: Heard) => path === tokenPath;
const writes = ({ method }: Heard) => method !== 'GET' && method !== 'HEAD';
const on: Readonly<Record<Stretch, (request: Heard) => boolean>> = {
  'every request': request => !signsIn(request),
  'every write': request => writes(request) && !signsIn(request),
  'every sign-in': signsIn,
};

export const spoilingOf = (failure: PlatformFailure, stretch: Stretch): Spoiling => ({ failure, on: on[stretch] });
