import type { Fields, Json, Warning } from '@itsm-bridge/core';
import type { Issue } from './issue.ts';

/**
 * What was not kept of what was sent. Without push access labels, assignees, milestone and type "are silently dropped"
 * (docs.github.com, "Create an issue").
 */
export function readBack(sent: Fields, stored: Issue): readonly Warning[] {
  const kept = {
    labels: stored.labels.map(label => (typeof label === 'string' ? label : (label.name ?? ''))),
    assignees: (stored.assignees ?? []).map(({ login }) => login),
    milestone: stored.milestone ? [String(stored.milestone.number)] : [],
    type: stored.type ? [stored.type.name] : [],
  };
  return Object.entries(kept).flatMap(([field, names]) => {
    const known = new Set(names.map(name => name.toLowerCase()));
    const missing = textsOf(sent[field]).filter(text => !known.has(text.toLowerCase()));
    if (missing.length === 0) return [];
    const message = `${field}: GitHub did not keep ${missing.join(', ')}. May this token push to the repository?`;
    return [{ code: 'field-dropped', message, field }];
  });
}

/** One value, or those of a list. */
export const textsOf = (value: Json | undefined): readonly string[] =>
  (Array.isArray(value) ? value : [value ?? null]).filter(each => each !== null).map(String);
