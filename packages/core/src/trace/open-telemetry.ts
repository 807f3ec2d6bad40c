import { createRequire } from 'node:module';

export type OpenTelemetry = typeof import('@opentelemetry/api');

/** Undefined before the first look, null where the host has none. */
let found: OpenTelemetry | null | undefined;

/**
 * Where every copy of the API of this major version keeps what the host has registered
 * (https://github.com/open-telemetry/opentelemetry-js/blob/main/api/src/internal/global-utils.ts).
 */
const registered = Symbol.for('opentelemetry.js.api.1');

/**
 * The host's own copy of `@opentelemetry/api`; undefined without one, and before a host has registered anything. Never a copy of ours: the API that registered the SDK
 * turns away every copy that is newer than itself, without a word, and we would trace into nothing.
 */
export function openTelemetry(): OpenTelemetry | undefined {
  if (!(registered in globalThis)) return undefined;
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
