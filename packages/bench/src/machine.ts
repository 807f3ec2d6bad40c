import { cpus, totalmem } from 'node:os';

/** `Node 24.21.0 on linux x64, 2 × Intel(R) Xeon(R), 24 GiB`: figures are worth nothing without it. */
export function machine(): string {
  const [first] = cpus();
  const model = first?.model.trim() || 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Node ${process.versions.node} on ${process.platform} ${process.arch}, ${cpus().length} × ${model}, ${memory} GiB`;
}
