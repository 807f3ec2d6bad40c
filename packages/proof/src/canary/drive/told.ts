import { inspect } from 'node:util';

/** Every way in which a value gets into a log: as text, as JSON, as the console shows it, with its stack and causes. */
export function told(value: unknown): string {
  const showHidden = value instanceof Error;
  const shown = inspect(value, { depth: 10, showHidden, maxStringLength: 100_000 });
  return [shown, json(value), ...errorsIn(value).flatMap(renderings)].join('\n');
}

const renderings = (error: Error): readonly string[] => {
  const own = Object.fromEntries(Object.getOwnPropertyNames(error).map(name => [name, Reflect.get(error, name)]));
  return [String(error), error.stack ?? '', json(own), ...(error.cause === undefined ? [] : [told(error.cause)])];
};

/** The value, and its members that are errors. */
function errorsIn(value: unknown): readonly Error[] {
  if (value instanceof Error) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).filter(member => member instanceof Error);
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value, (_, member: unknown) => (typeof member === 'bigint' ? String(member) : member)) ?? '';
  } catch {
    return '';
  }
}
