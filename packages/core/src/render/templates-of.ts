import type { Integration, ItsmPlugin, Template, TemplateRenderer } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';

/** The integration's own template; else a given report is the body; else the plugin's template renders one. */
export function templatesOf(
  { name, template }: Integration,
  plugin: ItsmPlugin,
  renderer: TemplateRenderer,
): (hasReport: boolean) => Template {
  const accepted = ['markdown', ...(plugin.templateFormats ?? [])];
  if (template && !accepted.includes(template.format)) {
    throw new ItsmError(
      'config',
      `${name}.template: ${template.file} is a ${template.format} template; ${plugin.name} takes ${accepted.join(', ')}.`,
    );
  }
  const compiled = renderer.compile(template ?? plugin.template);
  return hasReport => (hasReport && !template ? renderer.report : compiled);
}
