import type { JiraCustomField } from '../options.ts';
import { accepted } from './checked.ts';
import type { Field, ValueKind } from './field.ts';
import { listOf } from './list-of.ts';
import { versionKind } from './named-kind.ts';
import { cascadingKind, type FieldOption, numberOptions, optionKind } from './option-kind.ts';
import {
  anyKind,
  dateKind,
  dateTimeKind,
  labelKind,
  lineKind,
  numberKind,
  objectKind,
  richTextKind,
  urlKind,
} from './text-kinds.ts';
import { userKind } from './user-kind.ts';

interface Make {
  readonly name: string;
  readonly options: readonly FieldOption[];
}

type CustomType = readonly [plugin: string, type: string, kind: (make: Make) => ValueKind];

const choice = ({ name, options }: Make): ValueKind =>
  optionKind(options, `Specify a valid 'id' or 'name' for ${name}`);

/** How Atlassian calls each of the types: the key of its plugin module, and the type in its schema. */
const types: Readonly<Record<JiraCustomField['type'], CustomType>> = {
  text: ['textfield', 'string', () => lineKind],
  textarea: ['textarea', 'string', () => richTextKind],
  number: ['float', 'number', () => numberKind],
  any: ['readonlyfield', 'any', () => anyKind],
  date: ['datepicker', 'date', () => dateKind],
  datetime: ['datetime', 'datetime', () => dateTimeKind],
  url: ['url', 'string', () => urlKind],
  select: ['select', 'option', choice],
  radio: ['radiobuttons', 'option', choice],
  multiselect: ['multiselect', 'option[]', choice],
  checkboxes: ['multicheckboxes', 'option[]', choice],
  cascading: ['cascadingselect', 'option-with-child', ({ options }) => cascadingKind(options)],
  user: ['userpicker', 'user', () => userKind],
  multiuser: ['multiuserpicker', 'user[]', () => userKind],
  group: ['grouppicker', 'group', () => objectKind],
  labels: ['labels', 'string[]', () => labelKind],
  version: ['version', 'version', () => versionKind],
  multiversion: ['multiversion', 'version[]', () => versionKind],
};

export function customField(field: JiraCustomField): Field {
  const [plugin, type, make] = types[field.type];
  const isList = type.endsWith('[]');
  const options = numberOptions(field);
  const one = make({ name: field.name, options });
  const first = options[0] && { id: options[0].id, value: options[0].value };
  const customId = Number(field.id.replace('customfield_', ''));
  return {
    id: field.id,
    name: field.name,
    schema: {
      ...(isList ? { type: 'array', items: type.slice(0, -2) } : { type }),
      custom: `com.atlassian.jira.plugin.system.customfieldtypes:${plugin}`,
      customId,
    },
    kind: isList ? listOf(one, null) : nullable(one),
    required: field.required ?? false,
    preset: field.hasDefault ? () => (first && isList ? [first] : (first ?? null)) : undefined,
    autoComplete: completions(field, customId)[type],
  };
}

const nullable = (kind: ValueKind): ValueKind => ({
  ...kind,
  check: (value, context) => (value === null ? accepted(null) : kind.check(value, context)),
});

function completions({ id }: JiraCustomField, customId: number): Readonly<Record<string, string>> {
  const people = `/rest/api/1.0/users/picker?fieldName=${id}&showAvatar=true&query=`;
  return {
    user: people,
    'user[]': people,
    group: `/rest/api/{version}/groups/picker?query=`,
    'string[]': `/rest/api/1.0/labels/suggest?customFieldId=${customId}&query=`,
  };
}
