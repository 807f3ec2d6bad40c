import { expect } from 'vitest';
import type { CodeBlock } from './code-blocks.ts';
import { elsewhere } from './elsewhere.ts';
import { fillGaps } from './fill-gaps.ts';
import type { Bash, Ran } from './open-bash.ts';
import { readConsole } from './read-console.ts';

/** Types the commands of a console block, and compares what they print and how they end with what the page says. */
export async function typeBlock(bash: Bash, { at, given, notes, text }: CodeBlock): Promise<void> {
  await prepare(bash, given);
  const statuses = (notes['exit status'] ?? '0').split(', ').map(Number);
  // What only its reader knows, such as the address of a database.
  const [shown = '', meaning = ''] = notes.where?.split(' is ') ?? ['\n\n', ''];
  for (const [index, { command, printed }] of readConsole(text).entries()) {
    if (elsewhere(command)) continue;
    const meant = command.replaceAll(shown, meaning);
    const ran = 'runs on' in notes ? await keep(bash, meant, printed) : await bash.run(meant);
    const lines = withoutLog(ran.lines, printed);
    const right = printed.length > 0 ? fillGaps(printed, lines) : lines;
    expect(lines.join('\n'), `${at}: $ ${command}`).toBe(right.join('\n'));
    expect(ran.status, `${at}: exit status of ${command}\n${lines.join('\n')}`).toBe(statuses[index] ?? statuses[0]);
  }
}

/** Does what the reader has done before. */
export async function prepare(bash: Bash, given: string): Promise<void> {
  if (given.trim() !== '') expect(await bash.run(given), given).toMatchObject({ status: 0 });
}

/** Of what goes on running: what it has printed by the time that it fits the page. */
async function keep(bash: Bash, command: string, printed: readonly string[]): Promise<Ran> {
  const { status } = await bash.run(`keep ${command}`);
  for (let tries = 0; ; tries++) {
    const { lines } = await bash.run('cat "$KEPT/kept"');
    const fits = fillGaps(printed, lines).join('\n') === lines.join('\n');
    if (fits || tries === 100) return { status, lines };
    await bash.run('sleep 0.05');
  }
}

/** A page leaves the log out, unless it shows a line of it. */
function withoutLog(lines: readonly string[], printed: readonly string[]): readonly string[] {
  const isLog = (line: string) => line.startsWith('{"timestamp"');
  return printed.some(isLog) ? lines : lines.filter(line => !isLog(line));
}
