export interface JsonProblem {
  readonly offset: number;
  readonly message: string;
}

const space = /[ \t\r\n]*/y;
const string = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const literal = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;
const deepest = 100;

/** The first place where a text is no JSON, or names a member twice. Repeats one character of the text at most: it may be a secret's. */
export function jsonProblem(text: string): JsonProblem | undefined {
  let at = 0;
  let problem: JsonProblem | undefined;

  const fail = (message: string, offset = at): false => {
    problem ??= { offset, message };
    return false;
  };
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const taken = pattern.exec(text)?.[0];
    at += taken?.length ?? 0;
    return taken;
  };
  const next = (): string => {
    take(space);
    return text.charAt(at);
  };

  const value = (depth: number): boolean => {
    const mark = next();
    if (depth > deepest) return fail(`is nested more than ${deepest} levels deep`);
    if (mark === '[') return members(']', () => value(depth + 1));
    if (mark === '{') {
      const names = new Set<string>();
      return members('}', () => name(names) && value(depth + 1));
    }
    if (mark === '"') return take(string) !== undefined || fail(unclosed);
    return take(literal) !== undefined || fail(`expected a value, found ${found(mark)}`);
  };

  const members = (close: string, member: () => boolean): boolean => {
    at++;
    for (let comma: number | undefined; ; comma = at++) {
      if (next() === close && comma !== undefined) return fail(`a comma before "${close}" is not allowed`, comma);
      if (next() !== close && !member()) return false;
      const mark = next();
      if (mark !== close && mark !== ',') return fail(`expected a comma or "${close}", found ${found(mark)}`);
      if (mark === close) {
        at++;
        return true;
      }
    }
  };

  const name = (names: Set<string>): boolean => {
    const mark = next();
    const start = at;
    if (mark !== '"') return fail(`expected a name in double quotes, found ${found(mark)}`);
    const written = take(string);
    if (written === undefined) return fail(unclosed);
    const read = String(JSON.parse(written));
    if (names.has(read)) return fail(`${written} stands twice in the same object`, start);
    names.add(read);
    if (next() !== ':') return fail(`expected a colon, found ${found(next())}`);
    at++;
    return true;
  };

  if (value(0) && next() !== '') fail(`expected the end of the file, found ${found(next())}`);
  return problem;
}

const unclosed = 'a text that is not closed on its line, or has a character that needs a backslash';

function found(mark: string): string {
  if (mark === '') return 'the end of the file';
  if (mark === "'") return 'a single quote; JSON takes double quotes';
  if (mark === '/' || mark === '#') return `"${mark}"; JSON takes no comments`;
  return `"${mark}"`;
}
