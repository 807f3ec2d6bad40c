/** By project, then by number: OPS-9 before OPS-10. */
export function compareKeys(a: string, b: string): number {
  const dashA = a.lastIndexOf('-');
  const dashB = b.lastIndexOf('-');
  const projectA = a.slice(0, dashA);
  const projectB = b.slice(0, dashB);
  if (projectA !== projectB) return projectA < projectB ? -1 : 1;
  return Number(a.slice(dashA + 1)) - Number(b.slice(dashB + 1));
}
