import { expect, it } from 'vitest';
import { compiledFolder } from './compiled-folder.ts';

it.each([
  ['the home', { HOME: '/home/ada', XDG_CACHE_HOME: '' }, '/home/ada/.cache/itsm-bridge/compiled'],
  ['the cache folder', { HOME: '/home/ada', XDG_CACHE_HOME: '/caches' }, '/caches/itsm-bridge/compiled'],
  [
    'a cache folder that is no absolute path',
    { HOME: '/home/ada', XDG_CACHE_HOME: 'caches' },
    '/home/ada/.cache/itsm-bridge/compiled',
  ],
  ['nothing', {}, undefined],
])('compiled code is kept below %s of the user', (_, env, folder) => {
  expect(compiledFolder(env)).toBe(folder);
});
