import { checkPackage } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import type { Findings } from './findings.ts';
import type { Packed } from './packed.ts';

/** The packages are ESM only: what `require` and the resolution of Node 10 make of them is no fault. */
const notOurs = new Set(['node10', 'node16-cjs']);

/** What publint and "are the types wrong" say about a tarball. */
export async function lintPackage({ name, bytes, types }: Packed, findings: Findings): Promise<void> {
  const tarball = new Uint8Array(bytes).buffer;
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
  for (const message of messages) {
    findings.add(`${name} package.json`, `publint: ${formatMessage(message, pkg ?? {}) ?? message.code}`);
  }
  const analysis = await checkPackage(types);
  if (!analysis.types) return;
  for (const problem of analysis.problems) {
    if ('resolutionKind' in problem && notOurs.has(problem.resolutionKind)) continue;
    if ('resolutionOption' in problem && notOurs.has(problem.resolutionOption)) continue;
    findings.add(name, `attw: ${JSON.stringify(problem)} (see https://arethetypeswrong.github.io/)`);
  }
}
