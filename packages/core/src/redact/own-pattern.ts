import type { Pattern, Span } from './pattern.ts';

/**
 * A pattern of the config, in the syntax of RE2: its time grows with the text whatever the pattern is, for which it goes
 * without look-around and back references. The engine is loaded only where there is such a pattern.
 *
 * @returns the pattern, or what is wrong with it
 */
export async function ownPattern(name: string, expression: string): Promise<Pattern | string> {
  const { RE2JS } = await import('re2js');
  const compiled = compile(() => RE2JS.compile(expression));
  if (typeof compiled === 'string') return compiled;
  if (compiled.matcher('').find()) return 'matches the empty text; make it match at least one character';
  return {
    name,
    *find(text): Iterable<Span> {
      const matcher = compiled.matcher(text);
      while (matcher.find()) if (matcher.end() > matcher.start()) yield [matcher.start(), matcher.end()];
    },
  };
}

function compile<Compiled>(step: () => Compiled): Compiled | string {
  try {
    return step();
  } catch (error) {
    const words = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : String(error);
    return `is no pattern of RE2 (${words}); it has no look-around (?=…), no back references \\1 and no possessive a++, and every other pattern can be written without`;
  }
}
