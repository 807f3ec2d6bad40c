import { isDeepStrictEqual } from 'node:util';
import { isSecret } from '../config/secrets/is-secret.ts';
import type { AuthStrategy, Secret } from '../contracts.ts';
import { type SignedWith, signatureTaker } from './redact.ts';
import type { TakeSecretsOut } from './without-secrets.ts';

/** The secrets of one integration: those of its settings, and what its last requests were signed with. */
export interface KnownSecrets {
  /** The same sign-in; what it signs with is remembered. */
  remembering(auth: AuthStrategy): AuthStrategy;
  /** A text without any of them. */
  takeOut(text: string): Promise<string>;
}

/** Requests side by side, each signed anew. */
const kept = 8;

export function knownSecrets(settings: unknown): KnownSecrets {
  const handles = secretsIn(settings);
  let signed: readonly SignedWith[] = [];
  /** Made anew where what is to be taken out has changed. */
  let made: { readonly of: unknown; readonly take: TakeSecretsOut } | undefined;
  const remember = (one: SignedWith) => {
    if (!signed.some(({ headers }) => sameHeaders(headers, one.headers))) signed = [one, ...signed].slice(0, kept);
  };
  return {
    remembering: auth => ({
      masked: auth.masked,
      async headers(request) {
        const headers = await auth.headers(request);
        remember({ headers, others: [] });
        return headers;
      },
      refresh: () => auth.refresh(),
      ...(auth.path ? { path: async () => (await auth.path?.()) ?? '' } : {}),
      ...(auth.secrets ? { secrets: async () => (await auth.secrets?.()) ?? [] } : {}),
    }),
    async takeOut(text) {
      // One that cannot be read now has signed nothing.
      const revealed = await Promise.all(handles.map(handle => handle.reveal().catch(() => '')));
      const of = [signed, revealed];
      if (!isDeepStrictEqual(made?.of, of)) made = { of, take: signatureTaker(signed, revealed) };
      return made?.take(text) ?? text;
    },
  };
}

/** By name and value alone: they are compared for each request. */
function sameHeaders(one: SignedWith['headers'], other: SignedWith['headers']): boolean {
  if (one === other) return true;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every(name => one[name] === other[name]);
}

/** The handles anywhere in settings that were parsed. */
function secretsIn(value: unknown): readonly Secret[] {
  if (isSecret(value)) return [value];
  return Array.isArray(value) || isPlain(value) ? Object.values(value).flatMap(secretsIn) : [];
}

/** Anything else is of the plugin's own making, and may have itself in it. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
