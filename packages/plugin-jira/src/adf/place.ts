/** What may stand in a place, by Atlassian's JSON schema. Paragraphs, code, bullet and ordered lists may stand in each. */
export interface Place {
  readonly headings: boolean;
  readonly rules: boolean;
  readonly quotes: boolean;
  readonly panels: boolean;
  readonly tables: boolean;
  readonly tasks: boolean;
  readonly expand: 'expand' | 'nestedExpand' | undefined;
}

const everything = { headings: true, rules: true, quotes: true, panels: true, tables: true, tasks: true };
const nothing = { headings: false, rules: false, quotes: false, panels: false, tables: false, tasks: false };

export const inDoc: Place = { ...everything, expand: 'expand' };
export const inExpand: Place = { ...everything, expand: 'nestedExpand' };
export const inNestedExpand: Place = { ...everything, tables: false, expand: undefined };
export const inPanel: Place = { ...nothing, headings: true, rules: true, tasks: true, expand: undefined };
export const inQuote: Place = { ...nothing, expand: undefined };

const inItem: Place = { ...nothing, expand: undefined };
const inItemWithTasks: Place = { ...inItem, tasks: true };

/** What is lifted out of an item lands around its list, so an item has no task list where the list's place has none. */
export const inItemOf = (place: Place): Place => (place.tasks ? inItemWithTasks : inItem);
