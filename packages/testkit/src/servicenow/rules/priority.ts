/** The base system's data lookup of impact and urgency; anything but 1, 2, 3 counts as the default 3. */
export function priorityOf(impact: string | undefined, urgency: string | undefined): string {
  const level = (value: string | undefined): number => (value === '1' ? 1 : value === '2' ? 2 : 3);
  return String(level(impact) + level(urgency) - 1);
}
