import { z } from 'zod';
import type { AdapterDecorator, ItsmPlugin, Json } from '../contracts.ts';
import { commonMembers } from './members/common-members.ts';
import { decoratorMembers } from './members/decorator-members.ts';
import type { JsonSchema } from './members/json-schema-members.ts';
import { settingsMembers } from './members/settings-members.ts';

/** The JSON Schema of a config with these plugins, for editors. An entry of another name says in `plugin` which one it is. */
export function configJsonSchema(
  plugins: ReadonlyMap<string, ItsmPlugin>,
  decorators: Readonly<Record<string, AdapterDecorator>>,
): Json {
  const names = [...plugins.keys()];
  const reference = (name: string) => ({ $ref: `#/$defs/${name}` });
  const entryOf = (name: string) => ({ ...reference(name), ...named, properties: { plugin: { const: name } } });
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      $settings: membersSchema(settingsMembers),
      ...Object.fromEntries(
        names.map(name => [name, { anyOf: [{ ...reference(name), not: named }, ...names.map(entryOf)] }]),
      ),
    },
    additionalProperties: names.length === 0 ? false : { anyOf: names.map(entryOf) },
    $defs: Object.fromEntries([...plugins].map(([name, plugin]) => [name, integrationSchema(plugin, decorators)])),
  };
  return JSON.parse(JSON.stringify(schema));
}

const named = { required: ['plugin'] };

function integrationSchema(plugin: ItsmPlugin, decorators: Readonly<Record<string, AdapterDecorator>>): object {
  const common = [membersSchema(commonMembers), membersSchema(decoratorMembers(decorators))];
  const { properties, required, additionalProperties } = membersSchema(plugin.settings);
  const all = { type: 'object', properties: Object.assign({}, properties, ...common.map(schema => schema.properties)) };
  // Settings that are a union have their members in its branches: nothing is said about them rather than something wrong.
  return properties === undefined ? all : { ...all, required, additionalProperties };
}

function membersSchema(schema: z.ZodType): JsonSchema {
  const { $schema, ...members } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return members;
}
