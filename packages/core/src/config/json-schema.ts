import { z } from 'zod';
import type { AdapterDecorator, ItsmPlugin, Json } from '../contracts.ts';
import { commonMembers } from './members/common-members.ts';
import { decoratorMembers } from './members/decorator-members.ts';
import { settingsMembers } from './members/settings-members.ts';
import { type JsonSchema, referenceSchema, takingReferences } from './members/taking-references.ts';

/**
 * The JSON Schema of a config with these plugins, for editors. An entry of another name says in `plugin` which one it is.
 * Whatever the config stage takes it takes; what only a second look finds (two ways of signing in at once) it takes as well.
 *
 * @param plugins by the names that a config may use, a package or a path included
 */
export function configJsonSchema(
  plugins: ReadonlyMap<string, ItsmPlugin>,
  decorators: Readonly<Record<string, AdapterDecorator>>,
): Json {
  const names = [...plugins.keys()];
  const reference = (name: string) => ({ $ref: `#/$defs/${pointer(name)}` });
  const entryOf = (name: string) => ({ ...reference(name), ...named, properties: { plugin: { const: name } } });
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      $settings: membersSchema(settingsMembers()),
      ...Object.fromEntries(
        names.map(name => [name, { anyOf: [{ ...reference(name), not: named }, ...names.map(entryOf)] }]),
      ),
    },
    propertyNames: { pattern: String.raw`^(\$schema|\$settings|[A-Za-z][A-Za-z0-9_-]*)$` },
    additionalProperties: names.length === 0 ? false : { anyOf: names.map(entryOf) },
    $defs: {
      ...Object.fromEntries([...plugins].map(([name, plugin]) => [name, integrationSchema(plugin, decorators)])),
      [someReference]: referenceSchema,
    },
  };
  return JSON.parse(JSON.stringify(schema));
}

/** No name of a plugin. */
const someReference = '$reference';

/** RFC 6901, as the fragment of a URL: `@team/desks#phone` is a name. */
const pointer = (name: string): string => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));

const named = { required: ['plugin'] };

function integrationSchema(plugin: ItsmPlugin, decorators: Readonly<Record<string, AdapterDecorator>>): object {
  const common = [membersSchema(commonMembers()), membersSchema(decoratorMembers(decorators))];
  const { properties, required, additionalProperties } = membersSchema(plugin.settings);
  const all = { type: 'object', properties: Object.assign({}, properties, ...common.map(schema => schema.properties)) };
  // Settings that are a union have their members in its branches: nothing is said about them rather than something wrong.
  return properties === undefined ? all : { ...all, required, additionalProperties };
}

function membersSchema(schema: z.ZodType): JsonSchema {
  const { $schema, ...members } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return takingReferences(members, `#/$defs/${someReference}`);
}
