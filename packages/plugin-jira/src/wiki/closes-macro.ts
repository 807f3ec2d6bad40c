/**
 * Whether Jira would take something in the body of `{name}` for the end of the macro. A backslash hides what follows
 * it, and so does a newline inside a tag: `{co\de}` ends `{code}`.
 */
export function closesMacro(body: string, name: string): boolean {
  // The converter of Jira Cloud looks for the tag alone.
  if (body.includes(`{${name}}`)) return true;
  // Names are shorter than that.
  const tags = body.matchAll(/\\[\s\S]|\{(?=((?:[\\\r\n][\s\S]|[^{}\\\r\n]){0,20})\})/g);
  return [...tags].some(([, tag]) => {
    const command = tag?.replace(/[\\\r\n]([\s\S])/g, '$1');
    return command === name || command === `${name}:`;
  });
}
