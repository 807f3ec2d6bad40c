import { isJsonObject } from '../simulator/is-json-object.ts';

/**
 * What the site refuses in a document even where the published schema lets it pass, or undefined.
 * A code block keeps its newlines in its text node; nowhere else may a text node have one.
 */
export function adfFault(document: unknown): string | undefined {
  if (!isJsonObject(document) || document.type !== 'doc') return 'the root is not a doc';
  if (document.version !== 1) return 'version is not 1';
  if (!Array.isArray(document.content)) return 'content is not an array';
  return nodesFault(document.content, false);
}

function nodesFault(nodes: readonly unknown[], inCode: boolean): string | undefined {
  for (const node of nodes) {
    const fault = nodeFault(node, inCode);
    if (fault) return fault;
  }
  return undefined;
}

function nodeFault(node: unknown, inCode: boolean): string | undefined {
  if (!isJsonObject(node) || typeof node.type !== 'string') return 'a node has no type';
  if (node.type === 'text') {
    if (typeof node.text !== 'string' || node.text === '') return 'a text node is empty';
    return !inCode && /[\r\n]/.test(node.text) ? 'a text node has a newline' : undefined;
  }
  if (node.content === undefined) return undefined;
  return Array.isArray(node.content) ? nodesFault(node.content, node.type === 'codeBlock') : 'content is not an array';
}
