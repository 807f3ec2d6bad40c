/** Between two of these a mark such as `*` or `_` neither opens nor closes anything in Jira. */
export function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /^[\p{L}\p{Nd}]$/u.test(character);
}
