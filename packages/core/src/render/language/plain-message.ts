import { nearest } from '../../config/problems/nearest.ts';

const plainer: readonly (readonly [found: RegExp, said: string])[] = [
  [/^expected variable end$/, 'expected "}}" here: the expression before it is complete, or has a mistake'],
  [
    /^expected block end in (\S+) statement$/,
    'expected "%}" at the end of the tag "$1": what stands before it is complete, or has a mistake',
  ],
  [/^parseFor: expected "in".*$|^expected "in" keyword for loop$/, 'expected "in", as in {% for item in list %}'],
  [/^expected end of comment.*$/, '"{#" begins a comment that "#}" never ends'],
  [/^unexpected end of comment$/, '"#}" ends a comment that "{#" never began; write {{ "#}" }} for the text'],
  [/^unknown block tag: (.*)$/s, 'there is no tag "$1", or it closes nothing here'],
  [/^tag name expected$/, 'expected the name of a tag after "{%"'],
  [/^(?:unexpected token: )(.*)$/s, 'found "$1" where a value is expected'],
  [/^.*end of file.*$/, 'the template ends inside this tag'],
];

/** nunjucks' words for a syntax error, without the names of its functions and without "(unknown path)". */
export function plainMessage(error: unknown): string {
  // A TypeError comes out of the parser where it runs past the last token.
  if (!(error instanceof Error) || error instanceof TypeError)
    return 'this tag is not complete, or is written wrongly: a quote or a bracket in it may be open';
  if (error instanceof RangeError) return 'the template is nested too deeply';
  const message = error.message.replace(/^(?:parse|advance|compile)\w+: /, '').trim();
  const [found, said] = plainer.find(([pattern]) => pattern.test(message)) ?? [];
  const plain = found && said ? message.replace(found, said) : message;
  const near = nearest(unknownTag.exec(message)?.[1] ?? '', tags);
  return near === undefined || unknownTag.exec(message)?.[1] === near ? plain : `${plain}; did you mean "${near}"?`;
}

const unknownTag = /^unknown block tag: (\w+)/;

const tags = [
  ...['if', 'elif', 'else', 'endif', 'for', 'endfor', 'set', 'endset', 'macro', 'endmacro', 'call', 'endcall'],
  ...['filter', 'endfilter', 'switch', 'case', 'default', 'endswitch', 'raw', 'endraw', 'verbatim', 'endverbatim'],
];
