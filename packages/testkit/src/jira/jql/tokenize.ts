export interface Token {
  readonly text: string;
  /** A quoted word is never a keyword or a sign. */
  readonly quoted: boolean;
}

const pattern =
  /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(>=|<=|!=|!~|[=~<>(),])|([^\s"'=~<>!(),+.;?|*/%^$#@[\]]+))/gy;

/** The words and signs of a query, or undefined where a character is out of place: reserved ones need quotes. */
export function tokenize(jql: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const text = jql.trim();
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const [whole, double, single, sign, word] = match;
    const quoted = double ?? single;
    tokens.push({ text: quoted?.replace(/\\(.)/g, '$1') ?? sign ?? word ?? '', quoted: quoted !== undefined });
    end = match.index + whole.length;
  }
  return end === text.length ? tokens : undefined;
}
