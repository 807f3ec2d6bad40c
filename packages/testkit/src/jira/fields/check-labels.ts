import { accepted, type FieldCheck, refused } from './checked.ts';

export const checkLabels: FieldCheck = value => {
  const labels = value ?? [];
  if (!Array.isArray(labels)) return refused('data was not an array');
  for (const label of labels) {
    if (typeof label !== 'string') return refused('Operation value must be a string');
    if (/\s/.test(label)) return refused(`The label '${label}' contains spaces which is invalid.`);
    if (label.length > 255)
      return refused(`The label '${label}' exceeds the maximum length for a single label of 255 characters`);
  }
  return accepted([...new Set(labels)]);
};
