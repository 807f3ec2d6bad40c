/** Microseconds of CPU, user and system, that this process spends on one of `times` operations, so many of them at once. */
export async function cpuOf(
  times: number,
  operation: (at: number) => Promise<unknown> | unknown,
  { atOnce = 1 }: { readonly atOnce?: number } = {},
): Promise<number> {
  let begun = 0;
  const before = process.cpuUsage();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (begun < times) await operation(begun++);
    }),
  );
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}
