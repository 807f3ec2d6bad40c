import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { codeName } from './code-name.ts';
import { signIns } from './sign-in.ts';

const template = fileURLToPath(new URL('../template/src', import.meta.url));
const core = readFileSync(new URL('./fill-template.ts', import.meta.url), 'utf8');

it.each([
  ['opsdesk', 'opsdesk'],
  ['service-desk', 'serviceDesk'],
  ['desk-2', 'desk2'],
  ['delete', 'deletePlugin'],
  ['let', 'letPlugin'],
])('%s is called %s in code', (platform, name) => {
  expect(codeName(platform)).toBe(name);
});

it('is never a name that a file of the template imports or declares', () => {
  const files = readdirSync(template, { recursive: true, encoding: 'utf8' }).filter(file =>
    file.endsWith('.ts.template'),
  );
  const texts = files.map(file => readFileSync(join(template, file), 'utf8'));
  const named = texts.flatMap(text => [
    ...[...text.matchAll(/^import \{([^}]*)\}/gm)].flatMap(([, names = '']) => names.split(',')),
    ...[...text.matchAll(/^(?:export )?(?:const|async function|function) ([a-z]\w*)/gm)].map(([, name = '']) => name),
  ]);
  const imported = [...(/\[('askQuestions'.*?)\]/s.exec(core)?.[1] ?? '').matchAll(/'([a-z]\w+)'/g)].map(
    ([, name = '']) => name,
  );
  const all = [...named, ...imported, ...Object.values(signIns).flatMap(({ imports }) => imports)];
  const names = all.map(name => name.trim()).filter(name => /^[a-z]\w*$/.test(name));
  expect(names.length).toBeGreaterThan(20);
  const platforms = names.map(name => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`));
  expect(platforms.filter(platform => !codeName(platform).endsWith('Plugin'))).toEqual([]);
});
