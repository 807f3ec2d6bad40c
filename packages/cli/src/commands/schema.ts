import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { ItsmError } from '@itsm-bridge/core';
import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { configOption } from '../open/options.ts';
import { pluginsAtHand } from '../schema/plugins-at-hand.ts';
import { schemaText } from '../schema/schema-text.ts';

interface SchemaOptions {
  readonly config: string;
  readonly out?: string;
}

export const schemaCommand = (program: Command): Command =>
  configOption(program.command('schema'))
    .summary('print the JSON Schema of a config')
    .description(
      'Prints the JSON Schema of a config, with the plugins that are there: an editor that knows it suggests members\nand marks mistakes. Plugins are those that come with itsm, that the config names, and that are installed beside it.',
    )
    .option('--out <file>', 'write it into this file; a config names it as its "$schema"')
    .addHelpText('after', '\nExample:\n  itsm schema --out config/itsm_config.schema.json');

export async function schema(options: SchemaOptions, io: Io): Promise<ExitStatus> {
  const text = schemaText(await pluginsAtHand({ config: resolve(io.cwd, options.config), cwd: io.cwd }));
  if (options.out === undefined) io.stdout.write(text);
  else {
    await write(resolve(io.cwd, options.out), text, options.out);
    io.stdout.write(`Written: ${options.out}\n${hint(options, io)}`);
  }
  return 0;
}

async function write(file: string, text: string, out: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new ItsmError('config', `--out ${out}: cannot be written: ${words}.`, { cause });
  }
}

function hint({ config, out = '' }: SchemaOptions, { cwd }: Io): string {
  const seen = relative(dirname(resolve(cwd, config)), resolve(cwd, out)).replaceAll('\\', '/');
  return `In ${config}:  "$schema": "${seen.startsWith('.') ? seen : `./${seen}`}"\n`;
}
