import { accepted, type FieldCheck, refused } from './checked.ts';

export const noSummary = 'You must specify a summary of the issue.';

const tooLong = {
  cloud: "Summary can't exceed 255 characters.",
  datacenter: 'Summary must be less than 255 characters.',
} as const;

export const checkSummary: FieldCheck = (value, { site }) => {
  if (typeof value !== 'string') return refused('Operation value must be a string');
  if (value.trim() === '') return refused(noSummary);
  if (/[\r\n]/.test(value)) return refused('The summary is invalid because it contains newline characters.');
  return value.length > 255 ? refused(tooLong[site.deployment]) : accepted(value);
};
