import { benchmarks } from './benchmarks.ts';
import type { FromBenchmark } from './run-apart.ts';

// One benchmark in a process of its own: none has the heap or the compiled code of another.
const [name = '', rounds = '7'] = process.argv.slice(2);
const tell = (message: FromBenchmark) => new Promise(resolve => process.send?.(message, resolve));
const benchmark = await benchmarks[name]?.load();
const figures = await benchmark?.run({ rounds: Number(rounds), say: line => void tell({ kind: 'progress', line }) });
await tell({ kind: 'figures', figures: figures ?? [] });
process.exit(0);
