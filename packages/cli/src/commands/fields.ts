import type { Command } from 'commander';
import type { ExitStatus } from '../exit-status.ts';
import type { Io } from '../io.ts';
import { openItsm } from '../open/open-itsm.ts';
import { type ConfigOptions, withConfig } from '../open/options.ts';
import { fieldTable } from '../output/field-table.ts';

interface FieldsOptions extends ConfigOptions {
  readonly required?: boolean;
}

export const fieldsCommand = (program: Command): Command =>
  withConfig(program.command('fields'), { integrationOption: false })
    .summary('show the fields that a platform takes')
    .description('Shows the fields that a platform takes for a new ticket, with the values that it allows. Reads only.')
    .argument('<integration>', 'its name in the config')
    .option('--required', 'only those without which a ticket is refused')
    .addHelpText('after', '\nExample:\n  itsm fields jira');

export async function fields(integration: string, options: FieldsOptions, io: Io): Promise<ExitStatus> {
  const itsm = await openItsm({ ...options, integration: [integration], online: true }, io);
  try {
    const all = await itsm.fields(integration, { signal: io.signal });
    const shown = options.required ? all.filter(({ required }) => required) : all;
    io.stdout.write(
      options.json ? shown.map(field => `${JSON.stringify({ integration, ...field })}\n`).join('') : fieldTable(shown),
    );
    return 0;
  } finally {
    await itsm.close();
  }
}
