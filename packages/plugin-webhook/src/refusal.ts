import type { Finding, HttpAnswer } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';

const text = z.string().min(1);
const refusal = z.union([
  z.object({ message: text }).transform(({ message }) => message),
  z.object({ error: text }).transform(({ error }) => error),
  z.object({ error: z.object({ message: text }) }).transform(({ error }) => error.message),
  // RFC 9457
  z.object({ detail: text }).transform(({ detail }) => detail),
]);

/** A receiver's own words, where it puts them in one of the places that many use. */
export const refusalWords = (body: unknown): string | undefined => refusal.safeParse(body).data;

/** Standard Webhooks 1.0.0: 410 says that this receiver wants no further events. */
export const gone = ({ status }: HttpAnswer): Finding | undefined =>
  status === 410
    ? { kind: 'config', message: 'The endpoint is off (410 Gone): write its new address, or enabled: false.' }
    : undefined;
