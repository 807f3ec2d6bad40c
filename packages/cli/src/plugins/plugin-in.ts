import type { ItsmPlugin } from '@itsm-bridge/core';

/** The plugin that a module exports: the one of that name, else the only one. What contract it speaks is core's to judge. */
export function pluginIn(module: object, name: string): ItsmPlugin | undefined {
  const plugins = [...new Set(Object.values(module).filter(isPlugin))];
  return plugins.find(plugin => plugin.name === name) ?? (plugins.length === 1 ? plugins[0] : undefined);
}

const isPlugin = (value: unknown): value is ItsmPlugin =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'name') === 'string' &&
  typeof Reflect.get(value, 'connect') === 'function';
