import { z } from 'zod';
import type { Json } from '../../contracts.ts';

/** A value of any JSON type; a config that is an object of the host may hold others. */
export const jsonValue = () =>
  z.unknown().transform((value, context): Json => {
    if (isJson(value)) return value;
    context.addIssue({ code: 'custom', message: 'is no JSON value' });
    return z.NEVER;
  });

function isJson(value: unknown): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  if (typeof value !== 'object' || !isPlain(value)) return false;
  return Object.values(value).every(isJson);
}

const isPlain = (value: object): boolean => [Object.prototype, null].includes(Object.getPrototypeOf(value));
