import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const packages = join(import.meta.dirname, '../packages');
const plugins = (await readdir(packages)).filter(name => name.startsWith('plugin-')).sort();

/** Neither blank nor only a comment. A line that has code before its comment is code. */
function countLines(source: string): number {
  const withoutBlocks = source.replace(/^[ \t]*\/\*[\s\S]*?\*\/[ \t]*$/gm, '');
  return withoutBlocks.split('\n').filter(line => !/^\s*(\/\/.*)?$/.test(line)).length;
}

async function linesOf(plugin: string): Promise<number> {
  const src = join(packages, plugin, 'src');
  const files = (await readdir(src, { recursive: true })).filter(
    file => file.endsWith('.ts') && !file.endsWith('.test.ts') && !/(^|[\\/])__(tests|fixtures)__[\\/]/.test(file),
  );
  const sources = await Promise.all(files.map(file => readFile(join(src, file), 'utf8')));
  return sources.reduce((sum, source) => sum + countLines(source), 0);
}

it('counts code, and neither blank lines nor comments', () => {
  const source =
    "/** One. */\n\n/**\n * Two.\n */\nconst a = 1; // why\n  // no\nconst b = '/*';\n  /* c */\n`\n*bold*\n`;\n";
  expect(countLines(source)).toBe(5);
});

it('is told of the example, a whole platform in one file', async () => {
  const examples = join(packages, '../examples');
  const lines = countLines(await readFile(join(examples, 'new-platform/src/opsdesk.ts'), 'utf8'));
  expect(await readFile(join(examples, 'README.md'), 'utf8')).toContain(`in one file of ${lines} lines of code`);
});

describe.each(plugins)('the README of %s', plugin => {
  it('says how long the code is', async () => {
    const expected = `Lines of code, without tests and comments: ${await linesOf(plugin)}.`;
    const lines = (await readFile(join(packages, plugin, 'README.md'), 'utf8')).split('\n');
    const told = lines.find(line => line.startsWith('Lines of code, without tests and comments:'));
    const message = `packages/${plugin}/README.md has to have this line, and has ${told ?? 'none'}: ${expected}`;
    expect(lines, message).toContain(expected);
  });
});
