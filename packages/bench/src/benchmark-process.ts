import { benchmarks } from './benchmarks.ts';
import type { FromBenchmark, ToBenchmark } from './run-apart.ts';

// One benchmark in a process of its own: none has the heap or the compiled code of another.
const { name, rounds, size } = JSON.parse(process.argv[2] ?? '') as ToBenchmark;
const tell = (message: FromBenchmark) => new Promise(resolve => process.send?.(message, resolve));
const benchmark = await benchmarks[name]?.load();
const measured = await benchmark?.run({ rounds, size, say: line => void tell({ kind: 'progress', line }) });
if (measured) await tell({ kind: 'measured', measured });
process.exit(0);
