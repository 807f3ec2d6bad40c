/** What a column of this type keeps of a value: a time that is none is left empty, a boolean is `true` or `false`. */
export function typedValue(type: string | undefined, value: string): string {
  if (value === '') return '';
  if (type === 'boolean') return `${value === 'true' || value === '1'}`;
  if (type !== 'glide_date_time') return value;
  const [, date, time = '00:00:00'] = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}:\d{2}))?$/.exec(value) ?? [];
  return date ? `${date} ${time}` : '';
}
