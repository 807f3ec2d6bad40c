/**
 * The nodes from the front whose JSON, joined by commas, fits into the room; of the first that does not fit, the part that
 * `cut` can save.
 *
 * @param room in characters of JSON
 */
export function keepWithin<Node>(
  nodes: readonly Node[],
  room: number,
  cut: (node: Node, room: number) => Node | undefined,
): readonly Node[] {
  const kept: Node[] = [];
  let left = room;
  for (const node of nodes) {
    const separator = kept.length === 0 ? 0 : ','.length;
    const needed = JSON.stringify(node).length + separator;
    if (needed > left) {
      const part = cut(node, left - separator);
      return part === undefined ? kept : [...kept, part];
    }
    kept.push(node);
    left -= needed;
  }
  return kept;
}
