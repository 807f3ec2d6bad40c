/** Made by the first call, and kept: what takes a while to make and is not needed by everybody who could ask for it. */
export function madeOnce<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
