/** A character by its number, `&#92;`, where Jira has no escape for it. */
export function reference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/**
 * Markup with references in the place of some characters. A bracket after one would be the icon `;)`.
 *
 * @param found the characters with the backslash that may be in front of each, and as a group the brackets after them
 */
export function withReferences(markup: string, found: RegExp): string {
  return markup.replace(found, (_match, character: string, brackets: string) => {
    return reference(character) + brackets.replaceAll(')', '\\)');
  });
}
