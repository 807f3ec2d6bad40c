import { nearest } from './nearest.ts';

/** @param advice how the plugin could be got, where whoever opened core knows */
export function unknownPlugin(name: string, registered: readonly string[], advice = 'or register the plugin.'): string {
  const near = nearest(name, registered);
  const hint = near === undefined ? '' : `Did you mean "${near}"? `;
  return (
    `No plugin "${name}"; registered: ${registered.join(', ') || 'none'}. ${hint}` +
    `Name a registered one in the member "plugin", ${advice}`
  );
}
