import type { Choices } from './choices.ts';
import { exampleFile, schemaFileOf } from './plan-files.ts';
import { platforms } from './platforms.ts';

const simulated: readonly string[] = ['servicenow', 'jira'];

/** The commands that lead from a new config to a first ticket, as they are typed. */
export function nextCommands({ platforms: names }: Choices, config: string, env: string): readonly string[] {
  const packages = names.flatMap(name => platforms[name]?.install ?? []);
  const option = config === 'config/itsm_config.json' ? '' : ` --config ${config}`;
  return [
    ...(packages.length === 0
      ? []
      : [`npm install ${packages.join(' ')}`, `itsm schema${option} --out ${schemaFileOf(config)}`]),
    ...(names.every(name => simulated.includes(name))
      ? [`itsm sandbox --env ${env}     # in a terminal of its own, until Ctrl-C`]
      : []),
    `itsm check --online${option}`,
    `itsm preview ${exampleFile}${option}`,
    `itsm create ${exampleFile}${option}`,
  ];
}
