/** `YYYY-MM-DD HH:MM:SS` in UTC, as the platform stores times. */
export const glideTime = (unixMs: number): string => new Date(unixMs).toISOString().slice(0, 19).replace('T', ' ');
