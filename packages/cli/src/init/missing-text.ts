import type { Missing } from './what-is-missing.ts';

/** What a person may add to the files that were left as they were, as it is written there; empty where they lack nothing. */
export function missingText(
  { config, env }: Missing,
  files: { readonly config: string; readonly env: string },
): string {
  const members = Object.entries(config).map(([name, value]) => `"${name}": ${JSON.stringify(value, null, 2)}`);
  return [
    section(`${files.config} does not have these members; add those that you want:`, members.join(',\n')),
    section(
      `${files.env} does not have these variables; add those that you need:`,
      env.map(name => `${name}=`).join('\n'),
    ),
  ].join('');
}

const section = (title: string, lines: string): string =>
  lines === '' ? '' : `\n${title}\n${lines.replaceAll(/^/gm, '  ')}\n`;
