/** `2021-01-17T12:34:00.000+0000`, as the platform writes times. */
export const jiraTime = (unixMs: number): string => new Date(unixMs).toISOString().replace('Z', '+0000');
