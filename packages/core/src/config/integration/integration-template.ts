import type { ItsmPlugin, TemplateSource } from '../../contracts.ts';
import { ItsmError } from '../../itsm-error.ts';
import { templateFormatOf } from '../../render/template-format.ts';
import type { Problem } from '../problems/problem.ts';
import type { ReadBesideConfig } from './read-beside.ts';

/** The template that an integration names, read; without it what is wrong. */
export async function integrationTemplate(
  name: string,
  plugin: ItsmPlugin,
  integration: string,
  read: ReadBesideConfig,
): Promise<{ readonly template?: TemplateSource; readonly problems: readonly Problem[] }> {
  const problem = (text: string) => ({ problems: [{ path: [integration, 'template'], text }] });
  try {
    const format = templateFormatOf(name);
    const accepted = ['markdown', ...(plugin.templateFormats ?? [])];
    if (!accepted.includes(format))
      return problem(
        `${name} is ${format}, which the plugin ${plugin.name} does not take; accepted is ${accepted.join(' or ')}`,
      );
    const found = await read(name);
    if (found.kind === 'failed') return problem(found.reason);
    if (found.text.trim() === '')
      return problem(`${found.file} is empty; fill it, or leave template out for the one of the plugin`);
    return { template: { file: found.file, text: found.text, format }, problems: [] };
  } catch (error) {
    if (ItsmError.is(error)) return problem(error.message);
    throw error;
  }
}
