import { plainName } from './plain-name.ts';
import type { Screen } from './read-screen.ts';

/** Who writes a field's name means its id. */
export function nearest(id: string, screen: Screen): string {
  const named = [...screen.values()].find(({ name }) => plainName(name) === plainName(id));
  return named ? `; "${named.name}" is ${named.id}` : '';
}
