/** A command of a console block, and the lines that it prints there. */
export interface Typed {
  readonly command: string;
  readonly printed: readonly string[];
}

/** `$ ` begins a command. It goes on in the lines after a `\` at its end, and in those that begin with `> `. */
export function readConsole(text: string): readonly Typed[] {
  const typed: { command: string; printed: string[] }[] = [];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const last = typed.at(-1);
    if (line.startsWith('$ ')) typed.push({ command: line.slice(2), printed: [] });
    else if (!last) throw new Error(`A console block begins with "$ ", not with ${JSON.stringify(line)}.`);
    else if (last.printed.length > 0) last.printed.push(line);
    else if (last.command.endsWith('\\')) last.command += `\n${line}`;
    else if (line.startsWith('> ')) last.command += `\n${line.slice(2)}`;
    else last.printed.push(line);
  }
  return typed;
}
