import type { TemplateFormat } from '../contracts/template-renderer.ts';
import { ItsmError } from '../itsm-error.ts';

const formatByEnding: Readonly<Record<string, TemplateFormat>> = {
  '.adf.json': 'adf',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.wiki': 'wiki',
  '.html': 'html',
  '.htm': 'html',
};

/**
 * The format that a template file's ending stands for, in any letter case.
 *
 * @throws ItsmError kind `config`: an ending that stands for no format.
 */
export function templateFormatOf(file: string): TemplateFormat {
  const name = file.toLowerCase();
  const known = Object.entries(formatByEnding).find(([ending]) => name.endsWith(ending));
  if (known) return known[1];
  const accepted = Object.keys(formatByEnding).join(', ');
  throw new ItsmError('config', `The template "${file}" has no known ending; accepted are ${accepted}.`);
}
