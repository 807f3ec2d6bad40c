/** Priority by impact and urgency: `{ 1: { 1: '1', 2: '1' } }`. What is not in it is as in the base system. */
export type PriorityMatrix = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The data lookup of impact and urgency; anything but 1, 2, 3 counts as the default 3. */
export function priorityOf(impact = '', urgency = '', matrix: PriorityMatrix = {}): string {
  const level = (value: string): number => (value === '1' ? 1 : value === '2' ? 2 : 3);
  return matrix[level(impact)]?.[level(urgency)] ?? String(level(impact) + level(urgency) - 1);
}
