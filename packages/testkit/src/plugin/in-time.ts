import { lesson } from './lesson.ts';

/** Fails where work goes on after its signal has fired. */
export async function inTime<Value>(work: Promise<Value>, teaching: string, limitMs = 5_000): Promise<Value> {
  const { promise: late, resolve } = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => resolve('late'), limitMs);
  try {
    const first = await Promise.race([work, late]);
    lesson(first !== 'late', teaching);
    return first as Value;
  } finally {
    clearTimeout(timer);
  }
}
