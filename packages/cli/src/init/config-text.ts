import type { Choices } from './choices.ts';
import { environmentVariable, platforms } from './platforms.ts';

/** @param templates the template of an integration, seen from the config, by the name of the integration */
export function configText(
  { platforms: names, dryRun }: Choices,
  $schema: string,
  templates: ReadonlyMap<string, string>,
): string {
  const integration = (name: string) => {
    const template = templates.get(name);
    return {
      enabled: true,
      dry_run: dryRun,
      ...platforms[name]?.members,
      ...(template === undefined ? {} : { template }),
    };
  };
  const config = {
    $schema,
    $settings: { environment: `\${${environmentVariable.name}}` },
    ...Object.fromEntries(names.map(name => [name, integration(name)])),
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
