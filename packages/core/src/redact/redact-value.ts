import { type Redaction, redactText } from './redact-pieces.ts';

/**
 * Every text in a value, as JSON has it: names of members, and a number whose digits are found, too. Two members whose names
 * become the same keep apart.
 */
export function redactValue(value: unknown, redaction: Redaction): unknown {
  if (typeof value === 'string') return redactText(value, redaction);
  if (typeof value === 'number' || typeof value === 'bigint') {
    const text = redactText(String(value), redaction);
    return text === String(value) ? value : text;
  }
  if (Array.isArray(value)) return value.map(element => redactValue(element, redaction));
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value;
  const members = new Map<string, unknown>();
  for (const [name, member] of Object.entries(value)) {
    members.set(freeName(redactText(name, redaction), members), redactValue(member, redaction));
  }
  return Object.fromEntries(members);
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name} ${n}`;
  return free;
}
