import { lesson } from './lesson.ts';

/** Runs what must be pure, with clock and randomness taken away. */
export function withoutChance<Result>(name: string, work: () => Result): Result {
  const found: string[] = [];
  const restore = [
    replace(Math, 'random', found),
    replace(Date, 'now', found),
    replace(performance, 'now', found),
    replace(crypto, 'randomUUID', found),
    replace(crypto, 'getRandomValues', found),
  ];
  const RealDate = globalThis.Date;
  globalThis.Date = new Proxy(RealDate, {
    construct(target, args) {
      if (args.length === 0) found.push('new Date()');
      return Reflect.construct(target, args);
    },
  });
  try {
    const result = work();
    lesson(
      found.length === 0,
      `${name} asks ${found[0]}: it has to be pure, since what it makes is kept, shown to a person, and compared with what is sent another day. Take times and ids from the draft.`,
    );
    return result;
  } finally {
    globalThis.Date = RealDate;
    for (const undo of restore) undo();
  }
}

function replace(holder: object, member: string, found: string[]): () => void {
  const original = Reflect.get(holder, member);
  const own = Object.getOwnPropertyDescriptor(holder, member);
  Object.defineProperty(holder, member, {
    configurable: true,
    writable: true,
    value(this: unknown, ...args: unknown[]) {
      found.push(`${member}()`);
      return Reflect.apply(original, holder, args);
    },
  });
  return () => {
    if (own) Object.defineProperty(holder, member, own);
    else Reflect.deleteProperty(holder, member);
  };
}
