import type { FootnoteDefinition, FootnoteReference, ListItem, Nodes, Root } from 'mdast';
import type { AdfContext } from './adf-context.ts';
import type { AdfBlock } from './adf-node.ts';
import { type Flow, foldDetails } from './fold-details.ts';
import { listToAdf } from './list-to-adf.ts';
import { inDoc } from './place.ts';

/** The footnotes of one document, numbered in the order in which the text names them. */
export interface Footnotes {
  /** `[1]`, or `undefined` for a footnote that is not defined. */
  mark(reference: FootnoteReference): string | undefined;
  /** A rule and the numbered definitions, those that nothing names last; nothing without footnotes. Asked last. */
  section(context: AdfContext): readonly AdfBlock[];
}

const noFootnotes: Footnotes = { mark: () => undefined, section: () => [] };

export function createFootnotes(root: Root): Footnotes {
  const definitions: FootnoteDefinition[] = [];
  addDefinitions(root.children, definitions);
  if (definitions.length === 0) return noFootnotes;
  const known = Map.groupBy(definitions, one => one.identifier);
  const numbers = new Map<string, number>();
  const name = (identifier: string) => {
    if (known.has(identifier) && !numbers.has(identifier)) numbers.set(identifier, numbers.size + 1);
  };
  return {
    mark({ identifier }) {
      name(identifier);
      const number = numbers.get(identifier);
      return number === undefined ? undefined : `[${number}]`;
    },
    section(context) {
      const childrenOf = (identifier: string) => known.get(identifier)?.flatMap(one => one.children) ?? [];
      const nameAllIn = (identifier: string) => referencesIn(childrenOf(identifier)).forEach(name);
      // The map grows while it is walked: a footnote that only a footnote names is reached too.
      for (const identifier of numbers.keys()) nameAllIn(identifier);
      for (const identifier of known.keys()) {
        name(identifier);
        nameAllIn(identifier);
      }
      if (numbers.size === 0) return [];
      const children = [...numbers.keys()].map((id): ListItem => ({ type: 'listItem', children: childrenOf(id) }));
      return [{ type: 'rule' }, ...listToAdf({ type: 'list', ordered: true, start: 1, children }, inDoc, context)];
    },
  };
}

/** The text of a `<details>` section is looked through as well: it is Markdown only after it was folded. */
function addDefinitions(nodes: readonly Flow[], definitions: FootnoteDefinition[]): void {
  for (const node of foldDetails(nodes)) {
    switch (node.type) {
      case 'footnoteDefinition':
        definitions.push(node);
        addDefinitions(node.children, definitions);
        break;
      case 'blockquote':
      case 'details':
      case 'list':
      case 'listItem':
        addDefinitions(node.children, definitions);
    }
  }
}

function referencesIn(nodes: readonly Nodes[]): readonly string[] {
  return nodes.flatMap(node => {
    if (node.type === 'footnoteReference') return [node.identifier];
    return 'children' in node && node.type !== 'footnoteDefinition' ? referencesIn(node.children) : [];
  });
}
