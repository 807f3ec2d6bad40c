/** A file of `.changeset/`. */
export interface Changeset {
  readonly packages: readonly string[];
  readonly bump: 'major' | 'minor' | 'patch';
  readonly words: string;
}

const unreleased = '## Unreleased\n';
const headings = { major: 'Changed', minor: 'New', patch: 'Mended' } as const;

/**
 * The changelog with what has not been released yet, in the words of the changesets. Without one there was a release:
 * what stood under "Unreleased" stands under its version from then on.
 */
export function changelogOf(text: string, changesets: readonly Changeset[], version: string): string {
  const [head = '', rest = ''] = text.split(unreleased);
  const end = rest.search(/^## /m);
  const [pending, released] = end < 0 ? [rest, ''] : [rest.slice(0, end), rest.slice(end)];
  if (changesets.length > 0) return `${head}${unreleased}\n${sectionsOf(changesets)}${released && `\n${released}`}`;
  return pending.trim() === '' ? text : `${head}${unreleased}\n## ${version}\n${pending}${released}`;
}

function sectionsOf(changesets: readonly Changeset[]): string {
  return Object.entries(headings)
    .map(([bump, heading]) => ({ heading, own: changesets.filter(each => each.bump === bump) }))
    .filter(({ own }) => own.length > 0)
    .map(({ heading, own }) => `### ${heading}\n\n${own.map(lineOf).join('\n')}\n`)
    .join('\n');
}

/** Packages by their names here; more than four are too many to read. */
function lineOf({ packages, words }: Changeset): string {
  const names = packages.map(name => name.replace('@itsm-bridge/', ''));
  return `- **${names.length > 4 ? 'all' : names.join(', ')}**: ${words}`;
}
