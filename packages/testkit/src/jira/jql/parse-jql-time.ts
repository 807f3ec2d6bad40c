const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** `2026-01-31`, `2026/01/31 09:30` (UTC), `-30m`, `-2h`, `-1d`, `-1w`, or Unix milliseconds; undefined for anything else. */
export function parseJqlTime(text: string, nowMs: number): number | undefined {
  const past = /^-(\d+)([mhdw])$/.exec(text);
  if (past) return nowMs - Number(past[1]) * (units[past[2] ?? ''] ?? 0);
  if (/^\d{9,}$/.test(text)) return Number(text);
  const date = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(text);
  if (!date) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = date.slice(1).map(part => Number(part ?? 0));
  return Date.UTC(year, month - 1, day, hour, minute);
}
