type Method = (...args: readonly unknown[]) => unknown;
type Cost = (subject: unknown, result: unknown, args: readonly unknown[]) => number;

const whole: Cost = subject => String(subject).length;
const found: Cost = (subject, at, [, from = 0]) => (at === -1 ? whole(subject, at, []) : Number(at)) - Number(from) + 1;

const costs: Readonly<Record<string, Cost>> = {
  charCodeAt: () => 1,
  slice: (_, result) => String(result).length,
  indexOf: found,
  includes: whole,
  trim: whole,
  split: whole,
  replace: whole,
  replaceAll: whole,
};

/** Other methods of patterns call this one. One that stands at its place reads what it finds. */
const patternCost = (pattern: RegExp, from: number, text: string, result: RegExpExecArray | null): number => {
  if (result !== null) return result.index + result[0].length - from + 1;
  return pattern.sticky ? 1 : text.length - from + 1;
};

/** How many characters a run has strings and patterns look at. */
export function charactersRead(run: () => void): number {
  let read = 0;
  const strings = new Map(Object.keys(costs).map(name => [name, Reflect.get(String.prototype, name) as Method]));
  const { exec } = RegExp.prototype;
  for (const [name, original] of strings) {
    Reflect.set(String.prototype, name, function counted(this: unknown, ...args: readonly unknown[]) {
      const result = Reflect.apply(original, this, args);
      read += costs[name]?.(this, result, args) ?? 0;
      return result;
    });
  }
  RegExp.prototype.exec = function counted(this: RegExp, text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const result = Reflect.apply(exec, this, [text]);
    read += patternCost(this, from, text, result);
    return result;
  };
  try {
    run();
  } finally {
    for (const [name, original] of strings) Reflect.set(String.prototype, name, original);
    RegExp.prototype.exec = exec;
  }
  return read;
}
