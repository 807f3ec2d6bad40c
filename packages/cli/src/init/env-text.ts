import { environmentVariable, platforms, type Variable } from './platforms.ts';

/** A `.env` whose variables are still to be filled in. */
export function envText(names: readonly string[]): string {
  const blocks = [[environmentVariable], ...names.map(name => platforms[name]?.variables ?? [])];
  return `# Read by itsm beside the config; the environment wins over it. It holds secrets: keep it out of git.\n${blocks
    .map(block => `\n${block.map(line).join('')}`)
    .join('')}`;
}

const line = ({ name, meaning }: Variable) => `# ${meaning}\n${name}=\n`;
