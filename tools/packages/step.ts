/** Runs a part of the check and prints how long it took. */
export async function step<T>(title: string, body: () => Promise<T>): Promise<T> {
  process.stdout.write(`${title} …\n`);
  const startedAt = performance.now();
  try {
    return await body();
  } finally {
    process.stdout.write(`  ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
  }
}
