import { candidates, isPath } from './candidates.ts';

/** What to do about a plugin that is found nowhere. */
export function installAdvice(name: string): string {
  if (isPath(name)) return `or give the path of a module, seen from the config: there is no ${name}.`;
  const [first = name, ...others] = candidates(name);
  const wanted = others[0] ?? first;
  return `or install it beside the config: npm install ${wanted} (looked for: ${[first, ...others].join(', ')}).`;
}
