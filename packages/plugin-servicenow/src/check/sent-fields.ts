import type { ServiceNowSettings } from '../settings.ts';

/** What every record is created with, whatever is mapped. */
export const sentFields = ({ report }: Pick<ServiceNowSettings, 'report'>): readonly string[] => [
  ...['short_description', 'correlation_id', 'correlation_display'],
  ...(report.description === 'none' ? [] : ['description']),
  ...(report.work_notes === 'none' ? [] : ['work_notes']),
];
