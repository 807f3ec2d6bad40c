import { createRequire } from 'node:module';

export type OpenTelemetry = typeof import('@opentelemetry/api');

/** Undefined before the first look, null where the host has none. */
let found: OpenTelemetry | null | undefined;

/**
 * The host's own copy of `@opentelemetry/api`; undefined without one. Never a copy of ours: the API that registered the SDK
 * turns away every copy that is newer than itself, without a word, and we would trace into nothing.
 */
export function openTelemetry(): OpenTelemetry | undefined {
  if (found === undefined) found = load();
  return found ?? undefined;
}

function load(): OpenTelemetry | null {
  try {
    return createRequire(import.meta.url)('@opentelemetry/api');
  } catch {
    return null;
  }
}
