import { isJsonObject } from '../../simulator/is-json-object.ts';
import type { JiraCustomField } from '../options.ts';
import { accepted, refused } from './checked.ts';
import type { Place, ValueKind } from './field.ts';

/** A choice of a select field, with the choices below it where the field is a cascading one. */
export interface FieldOption {
  readonly id: string;
  readonly value: string;
  readonly children: readonly FieldOption[];
}

/** Gives out ids: those of a field's options begin with the number of the field. */
export function numberOptions(field: JiraCustomField): readonly FieldOption[] {
  let count = 0;
  const numbered = (value: string, children: readonly string[]): FieldOption => {
    count += 1;
    return {
      id: `${field.id.replace('customfield_', '')}${`${count}`.padStart(3, '0')}`,
      value,
      children: children.map(child => numbered(child, [])),
    };
  };
  return (field.options ?? []).map(option =>
    typeof option === 'string' ? numbered(option, []) : numbered(option.value, option.children),
  );
}

/** `{ value }` or `{ id }` out of the options; `wrongShape` is said of anything that is neither. */
export function optionKind(options: readonly FieldOption[], wrongShape: string): ValueKind {
  return {
    check: value => {
      const sent = asOption(value);
      if (!sent) return refused(wrongShape);
      const found = options.find(option => option[sent.by] === sent.text);
      return found ? accepted(bare(found)) : refused(`Option ${sent.by} '${sent.text}' is not valid`);
    },
    choices: () => options,
    show: showOption,
    offer: (option, place) => offerOption(option as FieldOption, place),
  };
}

/** A parent, and a `child` of it or none. */
export function cascadingKind(options: readonly FieldOption[]): ValueKind {
  const parentKind = optionKind(options, "Could not find valid 'id' or 'value' in the Parent Option object.");
  return {
    ...parentKind,
    check: (value, context) => {
      const parent = parentKind.check(value, context);
      if (parent.kind !== 'accepted' || !isJsonObject(parent.value) || !isJsonObject(value)) return parent;
      if (value.child === undefined || value.child === null) return parent;
      const { id } = parent.value;
      const below = options.find(option => option.id === id)?.children ?? [];
      const wrongShape = "Could not find valid 'id' or 'value' in the Child Option object.";
      const child = optionKind(below, wrongShape).check(value.child, context);
      return child.kind === 'accepted' ? accepted({ ...parent.value, child: child.value }) : child;
    },
  };
}

function asOption(value: unknown): { readonly by: 'id' | 'value'; readonly text: string } | undefined {
  if (!isJsonObject(value)) return undefined;
  const by = value.id === undefined ? 'value' : 'id';
  const { [by]: text } = value;
  return typeof text === 'string' ? { by, text } : undefined;
}

const bare = ({ id, value }: FieldOption): object => ({ id, value });

function showOption(stored: unknown, place: Place): unknown {
  if (!isJsonObject(stored)) return stored;
  const { id, value, child } = stored;
  const self = `${place.url}/rest/api/${place.version}/customFieldOption/${id}`;
  return { self, value, id, ...(child === undefined ? {} : { child: showOption(child, place) }) };
}

const offerOption = (option: FieldOption, place: Place): object => ({
  self: `${place.url}/rest/api/${place.version}/customFieldOption/${option.id}`,
  value: option.value,
  id: option.id,
  ...(option.children.length > 0 ? { children: option.children.map(child => offerOption(child, place)) } : {}),
});
