import { expect, it } from 'vitest';
import zodPackage from 'zod/package.json' with { type: 'json' };
import { late } from './late.ts';

it('gives the package whenever it is asked for', () => {
  const zod = late<typeof zodPackage>('zod/package.json');
  expect(zod()).toBe(zod());
  expect(zod().name).toBe(zodPackage.name);
});

it('says of a package that is not there what to do: nothing was sent, and it may pass', () => {
  const missing = late<object>('itsm-bridge-has-no-such-package');
  const message = expect.stringMatching(
    /^Nothing was sent: itsm-bridge-has-no-such-package could not be loaded \(Cannot find module [^\n]*\)\. Install the packages of itsm-bridge again, and start this process anew\.$/,
  );
  expect(missing).toThrow(expect.objectContaining({ kind: 'unavailable', message }));
});
