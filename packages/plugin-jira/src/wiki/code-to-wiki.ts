import { closesMacro } from './closes-macro.ts';
import { codeLanguage } from './code-language.ts';

/** The one that is wanted, and the one for code that would end it. */
type Macros = readonly [string, string];

/**
 * Code as it was written: `{code:go}` where Jira knows the language, else `{noformat}`, because `{code}` alone is
 * coloured as Java. What contains the end of the one is in the other. What contains both ends is in several boxes, one
 * after the other, cut between lines, or in front of a brace within a line that has both: no character is changed, and
 * Jira knows no third way.
 */
export function codeToWiki(code: string, language: string | undefined): string {
  const known = codeLanguage(language);
  const macros: Macros = known === undefined ? ['noformat', 'code:none'] : [`code:${known}`, 'noformat'];
  return piecesOf(code, macros)
    .map((piece, index, all) => boxOf(index === all.length - 1 ? piece : piece.replace(/\n$/, ''), macros))
    .join('\n');
}

function boxOf(code: string, macros: Macros): string {
  const macro = macroFor(code, macros) ?? macros[0];
  return `{${macro}}\n${code}\n{${nameOf(macro)}}`;
}

const nameOf = (macro: string): string => macro.replace(/:.*/, '');

function macroFor(code: string, macros: Macros): string | undefined {
  return macros.find(macro => !closesMacro(code, nameOf(macro)));
}

function piecesOf(code: string, macros: Macros): readonly string[] {
  if (macroFor(code, macros) !== undefined) return [code];
  const lines = code.split(/(?<=\n)/);
  const units = lines.flatMap(line => (macroFor(line, macros) === undefined ? line.split(/(?=\{)/) : [line]));
  const pieces: string[] = [];
  for (const unit of units) {
    const longer = (pieces.at(-1) ?? '') + unit;
    if (pieces.length > 0 && macroFor(longer, macros) !== undefined) pieces[pieces.length - 1] = longer;
    else pieces.push(unit);
  }
  return pieces;
}
