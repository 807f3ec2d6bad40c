import type { Warning } from '../contracts.ts';

export const missingSource = (field: string, source: string): Warning => ({
  code: 'missing-source',
  message: `${field}: ${source} is not in the analysis`,
  field,
});
