// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the config's own notation
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDotEnv, readDotEnv } from './dot-env.ts';
import { environmentSecrets } from './environment-secrets.ts';
import { fileSecrets } from './file-secrets.ts';

const failing = (code: string) => async () => {
  throw Object.assign(new Error(`${code}: it failed`), { code });
};

describe('environmentSecrets', () => {
  it('reads variables, and only those', async () => {
    const provider = environmentSecrets({ TOKEN: 'abc', EMPTY: '' });
    expect(provider.scheme).toBe('env');
    expect(await provider.read('TOKEN')).toBe('abc');
    expect(await provider.read('EMPTY')).toBe('');
    await expect(provider.read('constructor')).rejects.toThrow(
      'constructor is not set; set it in the environment or in the .env beside the config',
    );
  });
});

describe('fileSecrets', () => {
  it('reads beside its folder and takes one newline off the end', async () => {
    const files = new Map([
      [resolve('/base', 'x'), 'abc\r\n'],
      ['/run/y', 'a\nb\n\n'],
    ]);
    const provider = fileSecrets(async file => files.get(file) ?? 'other', '/base');
    expect(await provider.read('x')).toBe('abc');
    expect(await provider.read('/run/y')).toBe('a\nb\n');
  });

  it.each([
    ['ENOENT', '${file:/run/y} does not exist'],
    ['EACCES', '${file:/run/y} may not be read by this user'],
    ['EISDIR', '${file:/run/y} is a folder, not a file'],
    ['EIO', '${file:/run/y} cannot be read: EIO: it failed'],
  ])('says for %s: %s', async (code, message) => {
    await expect(fileSecrets(failing(code), '/').read('/run/y')).rejects.toThrow(message);
  });
});

describe('.env', () => {
  it('is read in its usual notation, and sets nothing that has no value yet', () => {
    expect(parseDotEnv('\uFEFFA=1\n# note\nexport B="two words"\nC=\'x#y\'\nD=\nE= \nF=6\n')).toEqual({
      A: '1',
      B: 'two words',
      C: 'x#y',
      F: '6',
    });
  });

  it('may be missing, but not unreadable', async () => {
    expect(await readDotEnv('config', async file => `FILE=${file}`)).toEqual({ FILE: join('config', '.env') });
    expect(await readDotEnv('config', failing('ENOENT'))).toEqual({});
    const wrapped = async () => failing('ENOENT')().catch(cause => Promise.reject(new Error('no file', { cause })));
    expect(await readDotEnv('config', wrapped)).toEqual({});
    await expect(readDotEnv('config', failing('EACCES'))).rejects.toThrow(
      `${join('config', '.env')} may not be read by this user`,
    );
  });
});
