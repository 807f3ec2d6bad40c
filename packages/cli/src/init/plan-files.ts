import { basename, dirname, join, relative } from 'node:path';
import type { ItsmPlugin } from '@itsm-bridge/core';
import { schemaText } from '../schema/schema-text.ts';
import type { Choices } from './choices.ts';
import { configText } from './config-text.ts';
import { envText } from './env-text.ts';
import { exampleAnalysis } from './example-analysis.ts';
import type { PlannedFile } from './write-files.ts';

export interface Places {
  /** Absolute. */
  readonly config: string;
  readonly cwd: string;
}

/** Seen from the working folder. */
export const exampleFile = join('analyses', 'example.json');

export const schemaFileOf = (config: string): string =>
  join(dirname(config), `${basename(config).replace(/\.json$/, '')}.schema.json`);

/** The files of a new config, apart from `.gitignore`. */
export function planFiles(
  choices: Choices,
  plugins: ReadonlyMap<string, ItsmPlugin>,
  { config, cwd }: Places,
): readonly PlannedFile[] {
  const folder = dirname(config);
  const schema = schemaFileOf(config);
  const templates = new Map(
    (choices.templates ? choices.platforms : []).flatMap(name => {
      const template = plugins.get(name)?.template;
      return template ? [[name, { path: join('templates', basename(template.file)), text: readable(template) }]] : [];
    }),
  );
  const paths = new Map([...templates].map(([name, { path }]) => [name, path.replaceAll('\\', '/')]));
  return [
    { path: config, text: configText(choices, `./${relative(folder, schema)}`, paths) },
    { path: schema, text: schemaText(plugins) },
    { path: join(folder, '.env'), text: envText(choices.platforms), mode: 0o600 },
    ...[...templates.values()].map(({ path, text }) => ({ path: join(folder, path), text })),
    { path: join(cwd, exampleFile), text: `${JSON.stringify(exampleAnalysis, null, 2)}\n` },
  ];
}

/** A document of JSON is easier to change in lines. */
const readable = ({ format, text }: ItsmPlugin['template']): string =>
  format === 'adf' ? `${JSON.stringify(JSON.parse(text), null, 2)}\n` : text;
