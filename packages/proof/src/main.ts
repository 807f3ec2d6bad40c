import { killMatrix } from './proofs/kill-matrix.ts';

process.stdout.write(`${typeof killMatrix}\n`);
