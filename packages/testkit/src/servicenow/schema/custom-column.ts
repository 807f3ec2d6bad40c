import type { Column } from './column.ts';
import type { CustomColumn } from './schema-options.ts';

/** A column of the options as the schema has it. */
export function customColumn(given: CustomColumn): Column {
  const { label, choicesBy, dependsOn, reference, mandatory = false, readOnly = false, maxLength = 255 } = given;
  const choices = given.choices ?? (choicesBy && Object.assign({}, ...Object.values(choicesBy)));
  const type = given.type ?? (choices ? 'choice' : reference ? 'reference' : 'string');
  const entry = { ...(label ? { label } : {}), mandatory };
  if (type === 'reference' && reference && !readOnly) return { ...entry, kind: 'reference', table: reference };
  return {
    ...entry,
    type,
    kind: readOnly ? 'system' : 'text',
    ...(choices ? { choices } : {}),
    ...(choicesBy ? { choicesBy } : {}),
    ...(dependsOn ? { dependsOn } : {}),
    ...(type === 'boolean' ? { initial: 'false' } : {}),
    ...(readOnly || (type !== 'string' && type !== 'choice') ? {} : { maxLength }),
  };
}
