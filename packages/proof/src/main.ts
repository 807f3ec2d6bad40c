import { parseArgs } from 'node:util';
import type { Size } from './proof.ts';
import { proofs } from './proofs.ts';

const usage = `Proves that nothing is lost and nothing is doubled: real workers, a real PostgreSQL, simulated platforms.

  npx pnpm@10 prove                 everything, large (about an hour and a half on two cores)
  npx pnpm@10 prove --small         everything with less, without judging time and memory
  npx pnpm@10 prove soak drain      only these: ${Object.keys(proofs).join(', ')}
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { small: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
});
const unknown = positionals.find(name => !Object.hasOwn(proofs, name));
if (values.help || unknown !== undefined) {
  if (unknown !== undefined) process.stderr.write(`There is no proof "${unknown}".\n\n`);
  process.stdout.write(usage);
  process.exit(unknown === undefined ? 0 : 2);
}

const size: Size = values.small ? 'small' : 'large';
const chosen = Object.entries(proofs).filter(([name]) => positionals.length === 0 || positionals.includes(name));
let failed = 0;
for (const [name, proof] of chosen) {
  const startedAt = Date.now();
  process.stdout.write(`\n${name}: ${proof.claim}\n`);
  for await (const { line, holds } of proof.run(size)) {
    if (!holds) failed += 1;
    process.stdout.write(`  ${holds ? 'ok    ' : 'FAILED'} ${line}\n`);
  }
  process.stdout.write(`  ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
}
process.stdout.write(failed === 0 ? '\nEverything holds.\n' : `\n${failed} claims do not hold.\n`);
process.exitCode = failed === 0 ? 0 : 1;
