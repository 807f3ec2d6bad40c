const columns = ['id', 'type', 'at', 'environment', 'key', 'job_id', 'integration', 'platform', 'data'];

/** What an event is made of. */
export const eventColumns = (alias: string): string => columns.map(name => `${alias}.${name}`).join(', ');
