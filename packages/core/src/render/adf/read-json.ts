import { ItsmError } from '../../itsm-error.ts';

export interface Position {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

/** JSON in which every text knows where it begins in the file. */
export type PlacedJson =
  | { readonly kind: 'text'; readonly text: string; readonly at: Position }
  | { readonly kind: 'list'; readonly items: readonly PlacedJson[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [key: string, value: PlacedJson])[] }
  | { readonly kind: 'other'; readonly value: number | boolean | null };

const text = String.raw`"(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"`;
const number = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const tokenPattern = String.raw`[ \t\r\n]*(?:(?<mark>[{}[\],:])|(?<quoted>${text})|(?<other>${number}|true|false|null))`;
const deepest = 200;

/** @throws ItsmError kind `template`: what is not JSON, with file, line and column. */
export function readJson(file: string, json: string): PlacedJson {
  const token = new RegExp(tokenPattern, 'y');
  let index = 0;
  const value = readValue(0);
  if (/\S/.test(json.slice(index))) fail('the end of the file');
  return value;

  function readValue(depth: number): PlacedJson {
    if (depth > deepest) fail(`at most ${deepest} levels`);
    const found = next();
    const start = index - (found?.[0].trimStart().length ?? 0);
    const { mark, quoted, other } = found?.groups ?? {};
    if (quoted !== undefined) return { kind: 'text', text: String(JSON.parse(quoted)), at: positionOf(start) };
    if (other !== undefined) return { kind: 'other', value: constantOf(other) };
    if (mark === '[') return { kind: 'list', items: readMany(']', () => readValue(depth + 1)) };
    if (mark === '{') return { kind: 'object', members: readMany('}', () => readMember(depth + 1)) };
    if (found) index = start;
    return fail('a JSON value');
  }

  function readMember(depth: number): readonly [string, PlacedJson] {
    const key = next()?.groups?.quoted;
    if (key === undefined) return fail('a name in double quotes');
    expect(':');
    return [String(JSON.parse(key)), readValue(depth)];
  }

  function readMany<Item>(end: string, read: () => Item): readonly Item[] {
    const items: Item[] = [];
    if (skip(end)) return items;
    do items.push(read());
    while (skip(','));
    if (!skip(end)) fail(`"," or "${end}"`);
    return items;
  }

  function next(): RegExpExecArray | null {
    token.lastIndex = index;
    const found = token.exec(json);
    if (found) index += found[0].length;
    return found;
  }

  function skip(mark: string): boolean {
    const before = index;
    if (next()?.groups?.mark === mark) return true;
    index = before;
    return false;
  }

  function expect(mark: string): void {
    if (!skip(mark)) fail(`"${mark}"`);
  }

  function fail(expected: string): never {
    index += /^[ \t\r\n]*/.exec(json.slice(index))?.[0].length ?? 0;
    const { line, column } = positionOf(index);
    const found = index >= json.length ? 'the end of the file' : JSON.stringify(json[index]);
    throw new ItsmError('template', `${file}:${line}:${column}: expected ${expected}, found ${found}`);
  }

  function positionOf(offset: number): Position {
    const lines = json.slice(0, offset).split('\n');
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  }
}

function constantOf(text: string): number | boolean | null {
  if (text === 'null') return null;
  return text === 'true' || text === 'false' ? text === 'true' : Number(text);
}
