/**
 * The languages that Jira lists in its answer to an unknown one: "Unable to find source-code formatter for language …
 * Available languages are: …". Without a language it takes the code for Java.
 */
const known = new Set(
  [
    'actionscript ada applescript bash c c# c++ cpp css erlang go groovy haskell html java javascript js json lua objc',
    'perl php python r ruby scala sh sql swift visualbasic xml yaml',
  ].flatMap(names => names.split(' ')),
);

/** Names that fences use. */
const others: Readonly<Record<string, string>> = {
  cs: 'c#',
  csharp: 'c#',
  golang: 'go',
  jsx: 'javascript',
  mjs: 'javascript',
  py: 'python',
  python3: 'python',
  rb: 'ruby',
  shell: 'bash',
  ts: 'javascript',
  tsx: 'javascript',
  typescript: 'javascript',
  yml: 'yaml',
  zsh: 'bash',
};

/** Jira's name for the language of a fence, or `undefined` for one that it would refuse with an error in the ticket. */
export function codeLanguage(language: string | undefined): string | undefined {
  const name = language?.toLowerCase() ?? '';
  const candidate = Object.hasOwn(others, name) ? others[name] : name;
  return candidate !== undefined && known.has(candidate) ? candidate : undefined;
}
