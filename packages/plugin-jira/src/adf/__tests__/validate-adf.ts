import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { default as Ajv } from 'ajv-draft-04';

type Node = Readonly<Record<string, unknown>>;
type Rule = (node: Node, inCode: boolean) => string | undefined;

const schemaFile = fileURLToPath(import.meta.resolve('@atlaskit/adf-schema/json-schema/v1/full.json'));
const matchesSchema = new Ajv.default({ strict: false }).compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

/**
 * Why Jira would refuse the document; empty when it is fine. Atlassian's JSON schema lets much pass that the editor's own
 * schema or Jira does not: the rules below close those gaps.
 */
export function validateAdf(doc: unknown): readonly string[] {
  const schemaErrors = matchesSchema(doc)
    ? []
    : (matchesSchema.errors ?? []).slice(0, 5).map(error => `${error.instancePath} ${error.message}`);
  const ids = nodesIn(doc).flatMap(node => localIdOf(node) ?? []);
  const twice = new Set(ids).size < ids.length ? ['a localId is there twice'] : [];
  const strings = stringsIn(doc).join('');
  const illegal = !strings.isWellFormed() || /[^\t\n\r -~\u0080-\ufffd]/.test(strings);
  return [...schemaErrors, ...twice, ...(illegal ? ['a character that XML has not'] : []), ...errorsIn(doc, false)];
}

const rules: Readonly<Record<string, Rule>> = {
  doc: node => (childrenOf(node).length === 0 ? 'the document is empty' : undefined),
  text: (node, inCode) => {
    if (!inCode && /[\r\n]/.test(String(node.text))) return 'a newline in a text node';
    const types = listOf(node.marks).map(mark => mark.type);
    const targets = listOf(node.marks).flatMap(mark => (mark.type === 'link' ? String(attrsOf(mark).href) : []));
    if (!targets.every(target => /^(https?:\/\/|mailto:)./i.test(target))) return `a link to ${targets.join()}`;
    return new Set(types).size < types.length ? `a mark twice: ${types.join(', ')}` : undefined;
  },
  heading: node => (Number.isInteger(attrsOf(node).level) ? inlineError(node) : 'a heading level that is not whole'),
  tableRow: node => (childrenOf(node).length === 0 ? 'a row without cells' : undefined),
  table: node => {
    const widths = new Set(childrenOf(node).map(row => childrenOf(row).length));
    return widths.size > 1 ? `rows of different width: ${[...widths].join(', ')}` : undefined;
  },
  listItem: node => {
    const first = childrenOf(node)[0]?.type;
    return first === 'paragraph' || first === 'codeBlock' ? undefined : `a list item starts with ${first}`;
  },
  taskList: node => (childrenOf(node)[0]?.type === 'taskItem' ? undefined : 'a task list without a first task'),
  orderedList: node => {
    const { order } = attrsOf(node);
    return order === undefined || (Number.isInteger(order) && Number(order) >= 0) ? undefined : `an order of ${order}`;
  },
  paragraph: node => inlineError(node),
  taskItem: node => inlineError(node),
};

function inlineError(node: Node): string | undefined {
  const content = childrenOf(node);
  if (content[0]?.type === 'hardBreak' || content.at(-1)?.type === 'hardBreak') return 'a hard break at an end';
  const mergeable = content.some((one, index) => {
    const next = content[index + 1];
    const bothText = one.type === 'text' && next?.type === 'text';
    return bothText && JSON.stringify(one.marks) === JSON.stringify(next.marks);
  });
  return mergeable ? 'two text nodes that could be one' : undefined;
}

function errorsIn(value: unknown, inCode: boolean): readonly string[] {
  if (!isNode(value)) return [];
  const type = String(value.type);
  const error = rules[type]?.(value, inCode);
  const below = childrenOf(value).flatMap(child => errorsIn(child, type === 'codeBlock'));
  return error === undefined ? below : [`${type}: ${error}`, ...below];
}

function nodesIn(value: unknown): readonly Node[] {
  return isNode(value) ? [value, ...childrenOf(value).flatMap(nodesIn)] : [];
}

/** Keys are ours, values are the author's. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return isNode(value) ? Object.values(value).flatMap(stringsIn) : [];
}

function localIdOf(node: Node): string | undefined {
  const id = attrsOf(node).localId;
  return typeof id === 'string' ? id : undefined;
}

function attrsOf(node: Node): Node {
  return isNode(node.attrs) ? node.attrs : {};
}

function childrenOf(node: Node): readonly Node[] {
  return listOf(node.content);
}

function listOf(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}
