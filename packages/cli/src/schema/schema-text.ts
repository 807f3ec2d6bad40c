import { configJsonSchema, type ItsmPlugin } from '@itsm-bridge/core';
import { dryRun } from '@itsm-bridge/plugin-dryrun';

/** The JSON Schema of a config with these plugins, as a file. */
export const schemaText = (plugins: ReadonlyMap<string, ItsmPlugin>): string =>
  `${JSON.stringify(configJsonSchema(plugins, { dry_run: dryRun }), null, 2)}\n`;
