import { configJsonSchema, definePlugin, type ItsmPlugin } from '@itsm-bridge/core';
import { dryRun } from '@itsm-bridge/plugin-dryrun';
import { z } from 'zod';
import type { JsonSchema } from './json-schema.ts';
import { type MemberRow, memberRows } from './member-rows.ts';
import { type SignIn, signInsOf } from './sign-ins-of.ts';

export interface ReferenceSection {
  /** `$settings`, empty for what every integration has, else the name of a plugin. */
  readonly name: string;
  readonly rows: readonly MemberRow[];
  readonly signIns: readonly SignIn[];
}

/** Has no settings of its own: what every integration has is left. */
const bare = definePlugin({
  ...{ name: 'bare', settings: z.strictObject({}), fieldRules: {}, settleWindowMs: 0 },
  template: { file: 'bare.md', format: 'markdown', text: '' },
  connect: () => {
    throw new Error('never connected');
  },
});

/** The sections of the reference: the settings, what every integration has, and what those of each plugin have. */
export function configReference(plugins: readonly ItsmPlugin[]): readonly ReferenceSection[] {
  const all = new Map([bare, ...plugins].map(plugin => [plugin.name, plugin]));
  const schema = configJsonSchema(all, { dry_run: dryRun }) as unknown as {
    readonly properties: Readonly<Record<string, JsonSchema>>;
    readonly $defs: Readonly<Record<string, JsonSchema>>;
  };
  const common = schema.$defs.bare ?? {};
  return [
    section('$settings', schema.properties.$settings ?? {}),
    section('', common),
    ...plugins.map(({ name }) => section(name, without(schema.$defs[name] ?? {}, common))),
  ];
}

function section(name: string, schema: JsonSchema): ReferenceSection {
  const auth = schema.properties?.auth;
  // The members of its ways are the same for many plugins: they have a table of their own.
  const rows = memberRows(schema).filter(({ path }) => !path.startsWith('auth.'));
  return { name, rows, signIns: auth ? signInsOf(auth) : [] };
}

const without = ({ properties = {}, ...schema }: JsonSchema, common: JsonSchema): JsonSchema => ({
  ...schema,
  properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !common.properties?.[name])),
});
