/** `YYYY-MM-DD HH:MM:SS`, as the Table API gives times: in UTC, without saying so. Undefined for anything else. */
export function utcDate(text: string): Date | undefined {
  const date = new Date(`${text.replace(' ', 'T')}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
