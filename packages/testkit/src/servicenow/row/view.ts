/** How records are shown: the sysparm_… settings of one request. */
export interface View {
  readonly display: 'false' | 'true' | 'all';
  readonly links: boolean;
  /** Columns asked for; undefined is all of them. Unknown names are ignored. */
  readonly fields: readonly string[] | undefined;
}

export function viewOf(query: Readonly<Record<string, string>>): View {
  const display = query.sysparm_display_value;
  return {
    display: display === 'true' || display === 'all' ? display : 'false',
    links: query.sysparm_exclude_reference_link !== 'true',
    fields: query.sysparm_fields ? query.sysparm_fields.split(',').map(name => name.trim()) : undefined,
  };
}
