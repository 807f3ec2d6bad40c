/** What the commands are about. */
export interface Subject {
  /** An analysis whose ticket is refused, its job, and the key of its delivery. */
  readonly file: string;
  readonly job: string;
  readonly key: string;
  /** A job that has its ticket. */
  readonly ticketed: string;
  readonly plugin: string;
  /** A page to be written. */
  readonly html: string;
}

/** Each command that opens a config and ends by itself, in an order in which each has something to do. */
export const commandLines = ({ file, job, key, ticketed, plugin, html }: Subject): readonly (readonly string[])[] => [
  ['check', '--online'],
  ['check', '--online', '--json'],
  ['preview', file, '--online'],
  ['preview', file],
  ['preview', file, '--json'],
  ['preview', file, '--html', html],
  ['fields', plugin],
  ['create', file],
  ['create', file, '--json'],
  ['create', file, '--dry-run'],
  ['attach', ticketed, file],
  ['update', ticketed, '--note', 'Mended.'],
  ['resolve', ticketed, '--note', 'Done.'],
  ['reopen', ticketed],
  ['tickets'],
  ['review'],
  ['link', key, 'OPS-1'],
  ['review', 'approve', key],
  ['review', 'reject', key],
  ['tickets', job, '--json'],
  ['create', file, '--enqueue'],
  ['replay', '--failed'],
  ['pause', plugin],
  ['lanes'],
  ['resume', plugin],
  ['migrate', '--status'],
  ['prune', '--dry-run'],
  ['restored', '--backup', '2025-10-27T02:00:00Z', '--days', '0'],
];
