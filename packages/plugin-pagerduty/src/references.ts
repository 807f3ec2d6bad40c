import type { Fields, Json } from '@itsm-bridge/core';

const kinds: readonly string[] = ['service', 'escalation_policy', 'priority'];

const referenceTo = (kind: string, id: Json): Json => ({ id, type: `${kind}_reference` });

/** A text where PagerDuty has a reference is the id of what it names. */
export const withReferences = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      kinds.includes(name) && typeof value === 'string' ? referenceTo(name, value) : value,
    ]),
  );
