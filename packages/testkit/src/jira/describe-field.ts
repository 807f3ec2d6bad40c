import type { Context } from './context.ts';
import { type Field, operationsOf } from './fields/field.ts';
import { showProject } from './show-project.ts';
import type { Project } from './site.ts';

type Description = Readonly<Record<string, unknown>> & { readonly key: string };

/** A field of a screen, as createmeta and a transition tell of it. */
export function describeField(field: Field, project: Project, context: Context): Description {
  const { kind, preset } = field;
  const offer = kind.offer ?? kind.show ?? ((choice: unknown) => choice);
  const about = { site: context.site, project };
  const given = preset?.(about) ?? null;
  const path = field.autoComplete
    ?.replace('{project}', project.key)
    .replace('{version}', context.version)
    .replace('{typed}', context.site.deployment === 'cloud' ? 'query' : 'username');
  return {
    required: field.required,
    schema: field.schema,
    name: field.name,
    key: field.id,
    ...(path ? { autoCompleteUrl: `${context.url}${path}` } : {}),
    hasDefaultValue: preset !== undefined,
    operations: operationsOf(field),
    ...(kind.choices ? { allowedValues: kind.choices(about).map(choice => offer(choice, context)) } : {}),
    ...(given === null ? {} : { defaultValue: kind.show ? kind.show(given, context) : given }),
  };
}

/** Only a create has it. */
export const projectField = (project: Project, context: Context): Description => ({
  required: true,
  schema: { type: 'project', system: 'project' },
  name: 'Project',
  key: 'project',
  hasDefaultValue: false,
  operations: ['set'],
  allowedValues: [showProject(project, context)],
});
