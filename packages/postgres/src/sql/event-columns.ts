/** What an event is made of. @param environment Whose it is, as SQL. @default as it was written */
export const eventColumns = (alias: string, environment = `${alias}.environment`): string => {
  const columns = ['id', 'type', 'at', 'key', 'job_id', 'integration', 'platform', 'data'];
  return [...columns.map(name => `${alias}.${name}`), `${environment} as environment`].join(', ');
};
