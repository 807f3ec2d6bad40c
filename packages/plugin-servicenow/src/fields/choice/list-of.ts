import type { Choice } from '../read-choices.ts';

const most = 20;

/** `1 (New), 2 (In Progress)`: the values, each with its first label; of a long list the beginning. */
export function listOf(choices: readonly Choice[]): string {
  const byValue = [...Map.groupBy(choices, ({ value }) => value)];
  const shown = byValue.slice(0, most).map(([value, [first]]) => {
    const label = first?.label ?? value;
    return label === value ? value : `${value} (${label})`;
  });
  const rest = byValue.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
