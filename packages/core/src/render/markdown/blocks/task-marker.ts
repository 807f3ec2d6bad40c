import type { ListItem } from 'mdast';

/** Takes `[ ]` and `[x]` out of the text of an item and into `checked`. */
export function takeTaskMarker(item: ListItem): void {
  const [first] = item.children;
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  const marker = text?.type === 'text' ? /^\[([ xX])\]\s*/.exec(text.value) : null;
  if (first?.type !== 'paragraph' || text?.type !== 'text' || marker === null) return;
  text.value = text.value.slice(marker[0].length);
  if (text.value === '') first.children.shift();
  item.checked = marker[1] !== ' ';
}
