/**
 * A text for a terminal: control characters, escape sequences' first among them, become spaces. Platforms' words and
 * analyses are not ours, and a terminal obeys what it is shown.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
export const printable = (text: string): string => text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ');
