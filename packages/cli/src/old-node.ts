/** What is wrong with a Node of this version, such as `20.20.2`; undefined for one that runs the command. */
export function oldNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 19)) return undefined;
  return `itsm needs Node 22.19 or later; this is v${version}.`;
}
