import type { FootnoteDefinition, FootnoteReference, Root, RootContent } from 'mdast';

/** Numbers footnotes in the order in which the text names them. */
export interface Footnotes {
  /** `[1]`; the same footnote has the same number each time. */
  mark(reference: FootnoteReference): string;
  /** The definitions with their marks: first those that were marked, then those that nothing names. Asked last. */
  definitions(): Iterable<readonly [mark: string, definition: FootnoteDefinition]>;
}

export function createFootnotes(root: Root): Footnotes {
  const numbers = new Map<string, number>();
  const all = definitionsIn(root.children);
  const numberOf = (identifier: string) => {
    const number = numbers.get(identifier) ?? numbers.size + 1;
    numbers.set(identifier, number);
    return number;
  };
  return {
    mark: reference => `[${numberOf(reference.identifier)}]`,
    *definitions() {
      // The map grows while a definition that names another footnote is written: the loop reaches that one too.
      for (const [identifier, number] of numbers) {
        for (const definition of all.filter(one => one.identifier === identifier)) yield [`[${number}]`, definition];
      }
      for (const definition of all.filter(one => !numbers.has(one.identifier))) {
        yield [`[${numberOf(definition.identifier)}]`, definition];
      }
    },
  };
}

function definitionsIn(nodes: readonly RootContent[]): readonly FootnoteDefinition[] {
  return nodes.flatMap(node => [
    ...(node.type === 'footnoteDefinition' ? [node] : []),
    ...('children' in node ? definitionsIn(node.children) : []),
  ]);
}
