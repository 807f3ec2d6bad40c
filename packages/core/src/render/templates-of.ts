import type { Integration, ItsmPlugin, Template, TemplateRenderer } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { madeOnce } from '../keep/made-once.ts';

/**
 * The integration's own template; else a given report is the body; else the plugin's template renders one. That one is
 * compiled when it is needed first: it is as old as the plugin, whose contract suite renders it.
 *
 * @throws ItsmError kinds `config` and `template`: the integration's own is no template of this plugin, or none at all
 */
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
  const own = template && renderer.compile(template);
  const ofPlugin = madeOnce(() => renderer.compile(plugin.template));
  return hasReport => own ?? (hasReport ? renderer.report : ofPlugin());
}
