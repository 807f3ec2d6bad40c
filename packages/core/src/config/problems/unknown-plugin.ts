import { nearest } from './nearest.ts';

export function unknownPlugin(name: string, registered: readonly string[]): string {
  const near = nearest(name, registered);
  const hint = near === undefined ? '' : `Did you mean "${near}"? `;
  return (
    `No plugin "${name}"; registered: ${registered.join(', ') || 'none'}. ${hint}` +
    'Name a registered one in the member "plugin", or register the plugin.'
  );
}
