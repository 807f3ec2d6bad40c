import { z } from 'zod';
import { builtInPatterns } from '../../redact/built-in-patterns.ts';
import { ownPattern } from '../../redact/own-pattern.ts';
import { markOf, type Pattern } from '../../redact/pattern.ts';
import { nearest } from '../problems/nearest.ts';
import { described } from './described.ts';

const ownMember = () =>
  z.strictObject({
    name: described(
      z
        .string()
        .regex(
          /^[a-z][a-z0-9_-]{0,39}$/i,
          'is no name for a pattern; begin with a letter, then letters, digits, "_" and "-"',
        ),
      'What stands in the place of what was taken out: [redacted:name]',
    ),
    pattern: described(z.string().min(1).max(1000), 'What is taken out, in the syntax of RE2'),
  });

type Item = string | z.output<ReturnType<typeof ownMember>>;

/** `$settings.redact`: names of built-in patterns, and patterns of one's own. */
export const redactMember = () =>
  z
    .array(z.union([z.string(), ownMember()]))
    .default([])
    .transform(async (items, context): Promise<readonly Pattern[]> => {
      const patterns: Pattern[] = [];
      for (const [n, item] of items.entries()) {
        const made = items.slice(0, n).some(earlier => nameOf(earlier) === nameOf(item))
          ? `"${nameOf(item)}" stands here twice; give each pattern a name of its own`
          : await patternOf(item);
        if (typeof made === 'string') context.addIssue({ code: 'custom', path: pathOf(item, n), message: made });
        else patterns.push(made);
      }
      for (const [n, item] of items.entries()) {
        const shown = marksFoundBy(
          patterns.find(({ name }) => name === nameOf(item)),
          patterns,
        );
        if (shown !== undefined) {
          const message = `also finds "${shown}", which is put in the place of what was taken out; make it narrower`;
          context.addIssue({ code: 'custom', path: pathOf(item, n), message });
        }
      }
      return patterns;
    });

const nameOf = (item: Item): string => (typeof item === 'string' ? item : item.name);
const pathOf = (item: Item, n: number): (string | number)[] => (typeof item === 'string' ? [n] : [n, 'pattern']);

async function patternOf(item: Item): Promise<Pattern | string> {
  const builtIn = builtInPatterns.get(nameOf(item));
  if (typeof item === 'string') return builtIn ?? unknownName(item);
  return builtIn ? `"${item.name}" is the name of a built-in pattern` : ownPattern(item.name, item.pattern);
}

function unknownName(name: string): string {
  const names = [...builtInPatterns.keys()];
  const near = nearest(name, names);
  const advice = near === undefined ? `built in are ${names.join(', ')}` : `did you mean "${near}"?`;
  return `"${name}" is no built-in pattern; ${advice}${near === undefined ? '; o' : ' O'}ne of your own is { "name": "…", "pattern": "…" }`;
}

/** What nobody could take out for good, since it would be there again. */
function marksFoundBy(pattern: Pattern | undefined, patterns: readonly Pattern[]): string | undefined {
  return patterns.map(({ name }) => markOf(name)).find(mark => pattern && [...pattern.find(mark)].length > 0);
}
