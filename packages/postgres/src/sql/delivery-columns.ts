const columns = [
  ...[
    'key',
    'job_id',
    'integration',
    'platform',
    'environment',
    'severity',
    'title',
    'fingerprint',
    'status',
    'ticket_id',
  ],
  ...[
    'platform_id',
    'names',
    'url',
    'twins',
    'attempts',
    'rounds',
    'error',
    'warnings',
    'not_before',
    'follow_ups_due',
  ],
  ...['created_at', 'updated_at'],
];

/** What a record is made of: never `analysis`, which may be megabytes. */
export const deliveryColumns = (alias: string): string => columns.map(name => `${alias}.${name}`).join(', ');
