/** A text as one word of bash, zsh and fish alike: each of them ends the quotes for a quote. */
export const inQuotes = (text: string): string => `'${text.replaceAll("'", `'"'"'`)}'`;
