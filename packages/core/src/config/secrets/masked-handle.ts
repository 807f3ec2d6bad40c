import type { Secret } from '../../contracts.ts';

/** `inspect.custom` of `node:util`, which does not have to be loaded for it. */
const inspected = Symbol.for('nodejs.util.inspect.custom');

const masked = () => '[secret]' as const;

/** A handle around a value in a closure, out of the reach of whatever prints or copies the handle. */
export const maskedHandle = (ways: Pick<Secret, 'reveal' | 'refresh'>): Secret => {
  const handle = { ...ways, toString: masked, toJSON: masked, [inspected]: masked };
  return handle;
};
