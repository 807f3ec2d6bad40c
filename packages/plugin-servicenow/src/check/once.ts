/** Reads at the first call and keeps what came of it, a failure too. */
export function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let kept: Promise<Value> | undefined;
  return () => {
    kept ??= read();
    return kept;
  };
}
