import type { ItsmPlugin } from '@itsm-bridge/core';

/**
 * The plugin that a module exports: the one that was chosen, else the one of the name, else the only one. Those of a CommonJS
 * module are members of its `default`.
 *
 * @throws Error that says what it exports instead
 */
export function pluginIn(module: object, name: string, chosen: string | undefined): ItsmPlugin {
  const exported = Object.values(module);
  const plugins = [...new Set([...exported, ...exported.flatMap(membersOf)].filter(isPlugin))];
  const named = plugins.find(plugin => plugin.name === (chosen ?? name));
  const [first, ...others] = plugins;
  if (named) return named;
  if (!first) throw new Error('exports no plugin: export what definePlugin returns, by one name.');
  const names = plugins.map(plugin => plugin.name).join(', ');
  if (chosen !== undefined) throw new Error(`exports no plugin "${chosen}"; it exports ${names}.`);
  if (others.length > 0)
    throw new Error(`exports several plugins, ${names}: say which, as in "plugin": "${name}#${first.name}".`);
  return first;
}

const membersOf = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null && !isPlugin(value) ? Object.values(value) : [];

/** What contract it speaks is core's to judge. */
const isPlugin = (value: unknown): value is ItsmPlugin =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'name') === 'string' &&
  typeof Reflect.get(value, 'connect') === 'function';
