/** Runs a part of the check and prints when it begins and how long it took: two of them may be under way. */
export async function step<T>(title: string, body: () => Promise<T>): Promise<T> {
  process.stdout.write(`${title} …\n`);
  const startedAt = performance.now();
  try {
    return await body();
  } finally {
    process.stdout.write(`${title}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
  }
}
