import { isDeepStrictEqual } from 'node:util';
import type { AuthStrategy, RequestToSign } from '../contracts.ts';
import type { SignedWith } from './redact.ts';
import { secretsInPath } from './secrets-in-path.ts';
import { withPath } from './with-path.ts';

export interface SignedRequest {
  readonly with: SignedWith;
  /** Where it goes, where the sign-in says that. */
  readonly url?: URL;
}

const none: readonly string[] = [];

export async function signRequest(auth: AuthStrategy, toSign: RequestToSign): Promise<SignedRequest> {
  const headers = await auth.headers(toSign);
  const others = auth.secrets ? await auth.secrets() : none;
  const path = auth.path && (await auth.path());
  if (path === undefined) return { with: { headers, others } };
  const url = withPath(new URL(toSign.url), path);
  return { with: { headers, others: [...others, ...secretsInPath(path, url)] }, url };
}

/** Whether another sign-in is worth one replay: refreshed by a request that was refused at the same time, or now. */
export async function renewed(
  auth: AuthStrategy,
  toSign: RequestToSign,
  signedWith: Readonly<Record<string, string>>,
): Promise<boolean> {
  const differs = async () => !isDeepStrictEqual(await auth.headers(toSign), signedWith);
  return (await differs()) || (await auth.refresh()) || differs();
}
