import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readExamples } from './packages/examples.ts';

/** What is said against a JSON block of a README. */
async function saidAgainst(json: string): Promise<readonly string[]> {
  const root = await mkdtemp(join(tmpdir(), 'itsm-examples-'));
  const said: string[] = [];
  await writeFile(join(root, 'README.md'), `# A\n\n\`\`\`json\n${json}\n\`\`\`\n`);
  readExamples(root, [], { add: (at: string, what: string) => said.push(`${at} ${what}`) } as never);
  await rm(root, { recursive: true });
  return said;
}

it.each([
  ['a value', '{ "a": 1,\n  "b": 2 }'],
  ['members', '"a": 1, "b": 2'],
  ['a value a line', '{"a":1}\n{"b":2}\n'],
])('a block of JSON may be %s', async (_, json) => {
  expect(await saidAgainst(json)).toEqual([]);
});

it.each(['{"a":1}\n{"b":2', '{"a":1}\n\n{"b":2}', 'a: 1'])('and is told where it is none: %j', async json => {
  expect(await saidAgainst(json)).toEqual(['README.md:3 is no JSON']);
});
