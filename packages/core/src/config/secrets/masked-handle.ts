import { inspect } from 'node:util';
import type { Secret } from '../../contracts.ts';

const masked = () => '[secret]' as const;

/** A handle around a value in a closure, out of the reach of whatever prints or copies the handle. */
export const maskedHandle = (ways: Pick<Secret, 'reveal' | 'refresh'>): Secret => {
  const handle = { ...ways, toString: masked, toJSON: masked, [inspect.custom]: masked };
  return handle;
};
