import { ItsmError } from '../../itsm-error.ts';
import { nearest } from '../problems/nearest.ts';

/**
 * A member of a secret that is a JSON object. A number is given as text: stores keep ports so.
 *
 * @param written the whole reference, for the error, which repeats nothing of the secret but a name that was nearly asked for
 * @throws ItsmError kind `config`
 */
export function secretMember(text: string, member: string, written: string): string {
  const refuse = (why: string) => new ItsmError('config', `${written}: the secret ${why}`);
  const secret = parsed(text);
  if (secret === undefined)
    throw refuse(`is no JSON object; leave out "#${member}" for its whole text, or store {"${member}": "…"}`);
  const value = Object.hasOwn(secret, member) ? Reflect.get(secret, member) : undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value !== undefined)
    throw refuse(`has ${kindOf(value)} as its member "${member}"; accepted is a text or a number`);
  const near = nearest(member, Object.keys(secret));
  const hint = near === undefined ? 'look up its members in the store' : `did you mean "${near}"?`;
  throw refuse(`has no member "${member}"; ${hint}`);
}

/** The message of JSON.parse quotes what it could not read, and is thrown away for that. */
function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object');
