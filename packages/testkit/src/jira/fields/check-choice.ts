import { isJsonObject } from '../../simulator/is-json-object.ts';
import type { Named } from '../site.ts';
import { accepted, type FieldCheck, refused } from './checked.ts';

/** `{ name }` or `{ id }`, whichever is given, out of a list. */
function findNamed<N extends Named>(list: readonly N[], value: unknown): N | undefined {
  if (!isJsonObject(value)) return undefined;
  return list.find(item => (value.id === undefined ? item.name === value.name : item.id === value.id));
}

export const checkIssueType: FieldCheck = (value, { project }) => {
  const type = findNamed(project.issueTypes, value);
  return type ? accepted(type) : refused('Specify a valid issue type');
};

export const checkPriority: FieldCheck = (value, { site }) => {
  const priority = findNamed(site.priorities, value);
  return priority ? accepted(priority) : refused('The priority selected is invalid.');
};

export const checkComponents: FieldCheck = (value, { project }) => {
  const components = value ?? [];
  if (!Array.isArray(components)) return refused('data was not an array');
  const found = components.map(component => findNamed(project.components, component));
  const missing = found.indexOf(undefined);
  if (missing < 0) return accepted(found);
  const sent: unknown = components[missing];
  const name = isJsonObject(sent) ? String(sent.name ?? sent.id) : String(sent);
  return refused(`Component name '${name}' is not valid`);
};
