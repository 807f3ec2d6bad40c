import { inspect } from 'node:util';

/** Every way in which an error gets into a log. */
export function renderings(error: Error): readonly string[] {
  const own = Object.fromEntries(Object.getOwnPropertyNames(error).map(name => [name, Reflect.get(error, name)]));
  const cause = error.cause instanceof Error ? renderings(error.cause) : [inspect(error.cause, { depth: 10 })];
  return [
    ...[
      String(error),
      error.stack ?? '',
      inspect(error, { depth: 10, showHidden: true }),
      safeJson(error),
      safeJson(own),
    ],
    ...cause,
  ];
}

/** A secret as it is, and in the forms in which requests carry it. */
export const formsOf = (secret: string): readonly string[] => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
];

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '';
  }
}
