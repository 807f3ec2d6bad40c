import type { Fields, Json } from '@itsm-bridge/core';

const byId: readonly string[] = ['service', 'escalation_policy', 'priority'];

function referenceTo(field: string, text: string): Json {
  if (byId.includes(field)) return { id: text, type: `${field}_reference` };
  return field === 'incident_type' ? { name: text } : text;
}

/** A text where PagerDuty has a reference is the id of what it names; types of incidents are known by name. */
export const withReferences = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? referenceTo(name, value) : value]),
  );
