import { branchesOf, type JsonSchema } from './json-schema.ts';
import { isBySeverity, typeWords } from './type-words.ts';

export interface MemberRow {
  /** `retry.max_retries`, `assignment_rules[].when`, `references.<name>.table` */
  readonly path: string;
  readonly type: string;
  readonly fallback: string;
  readonly meaning: string;
}

/** The members of an object, and those inside of them, in the order of the schema. */
export function memberRows({ properties = {}, required = [] }: JsonSchema, above = ''): readonly MemberRow[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const path = above + name;
    return [rowOf(path, schema, required.includes(name)), ...inside(path, schema)];
  });
}

function inside(path: string, schema: JsonSchema): readonly MemberRow[] {
  return branchesOf(schema).flatMap(({ properties, required, items, additionalProperties }): readonly MemberRow[] => {
    if (items) return inside(`${path}[]`, items);
    if (isBySeverity(properties)) return [];
    const members = properties ? memberRows({ properties, required: required ?? [] }, `${path}.`) : [];
    if (typeof additionalProperties !== 'object') return members;
    // What stands beside members of their own has a row; of a plain map its type has said everything.
    const others = properties ? [rowOf(`${path}.<name>`, additionalProperties, false)] : [];
    return [...members, ...others, ...inside(`${path}.<name>`, additionalProperties)];
  });
}

/** `; default: …` at the end of a description says what a schema cannot. */
const saidDefault = /[;.] default: (.+)$/i;

function rowOf(path: string, schema: JsonSchema, isRequired: boolean): MemberRow {
  const { description = '' } = schema;
  const said = saidDefault.exec(description)?.[1];
  return {
    path,
    type: typeWords(schema),
    fallback: isRequired ? '**required**' : (asCode(said) ?? defaultWords(schema.default)),
    meaning: description.replace(saidDefault, ''),
  };
}

/** A value, and not words about it. */
const asCode = (said: string | undefined): string | undefined => (/^["[]/.test(said ?? '') ? `\`${said}\`` : said);

/** Empty ones are what is not given. */
function defaultWords(value: unknown): string {
  const text = value === undefined ? '' : JSON.stringify(value);
  return ['', '{}', '[]'].includes(text) ? '' : `\`${text}\``;
}
