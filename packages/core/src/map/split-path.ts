/** `job.affected_systems.0` as its parts; none when it is no path. */
export function splitPath(path: string): readonly string[] {
  const parts = path.split('.');
  return parts.includes('') ? [] : parts;
}
