import { expect, it } from 'vitest';
import zodPackage from 'zod/package.json' with { type: 'json' };
import { late } from './late.ts';

it('gives the package whenever it is asked for, and loads nothing before', () => {
  const missing = late<object>('itsm-bridge-has-no-such-package');
  const zod = late<typeof zodPackage>('zod/package.json');
  expect(zod()).toBe(zod());
  expect(zod().name).toBe(zodPackage.name);
  expect(missing).toThrow('itsm-bridge-has-no-such-package');
});
