/** Sets variables of this process, or takes them out where they are undefined. @returns puts back what was there before */
export function setEnvironment(values: Readonly<Record<string, string | undefined>>): () => void {
  const before = Object.fromEntries(Object.keys(values).map(name => [name, process.env[name]]));
  const set = (all: Readonly<Record<string, string | undefined>>) => {
    for (const [name, value] of Object.entries(all))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  };
  set(values);
  return () => set(before);
}
