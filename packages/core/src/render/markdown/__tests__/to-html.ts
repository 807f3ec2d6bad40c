import type { List, ListItem, Nodes, Parents, Root, Table } from 'mdast';

/** The tree as the HTML that the specifications show, without the white space before tags and around blocks. */
export const toHtml = (root: Root): string => normalized(inside(root));

/**
 * The same of HTML that is expected. Links that are written as what they lead to are text: bare ones are
 * GitHub's only. A tree does not tell an empty line of code from none.
 */
export function normalized(html: string): string {
  return html
    .replace(/<a href="(?:mailto:|http:\/\/(?=www\.))?([^"]*)">\1<\/a>/g, '$1')
    .replace(/(<\/?(?:p|li|ul|ol|blockquote|h[1-6]|pre|hr|table|thead|tbody|tr|th|td)\b[^>]*>)\s+/g, '$1')
    .replace(/\s+(?=<)/g, '')
    .replace(/(?<= alt=")[^"]*/g, alt => alt.replaceAll('\n', ' '))
    .trim();
}

const inside = (node: Parents): string => node.children.map(child => html(child)).join('');
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const titleOf = ({ title }: { title?: string | null | undefined }): string =>
  title ? ` title="${escaped(title)}"` : '';

function html(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return escaped(node.value);
    case 'inlineCode':
      return `<code>${escaped(node.value)}</code>`;
    case 'html':
      // Of a block the lines are known.
      return node.position === undefined ? node.value : `${node.value}\n`;
    case 'break':
      return '<br />\n';
    case 'thematicBreak':
      return '<hr />';
    case 'emphasis':
      return `<em>${inside(node)}</em>`;
    case 'strong':
      return `<strong>${inside(node)}</strong>`;
    case 'delete':
      return `<del>${inside(node)}</del>`;
    case 'link':
      return `<a href="${escaped(node.url)}"${titleOf(node)}>${inside(node)}</a>`;
    case 'image':
      return `<img src="${escaped(node.url)}" alt="${escaped(node.alt ?? '')}"${titleOf(node)} />`;
    case 'paragraph':
      return `<p>${inside(node)}</p>`;
    case 'heading':
      return `<h${node.depth}>${inside(node)}</h${node.depth}>`;
    case 'blockquote':
      return `<blockquote>${inside(node)}</blockquote>`;
    case 'code': {
      const language = node.lang ? ` class="language-${escaped(node.lang)}"` : '';
      return `<pre><code${language}>${escaped(node.value)}${node.value === '' ? '' : '\n'}</code></pre>`;
    }
    case 'list':
      return list(node);
    case 'table':
      return table(node);
    default:
      throw new Error(`The specifications have no ${node.type}.`);
  }
}

function list(node: List): string {
  const items = node.children.map(
    item => `<li>${box(item)}${item.children.map(child => inItem(child, node)).join('')}</li>`,
  );
  const start = node.start === 1 ? '' : ` start="${node.start}"`;
  return node.ordered ? `<ol${start}>${items.join('')}</ol>` : `<ul>${items.join('')}</ul>`;
}

const box = ({ checked }: ListItem): string =>
  typeof checked === 'boolean' ? `<input${checked ? ' checked=""' : ''} disabled="" type="checkbox"> ` : '';

const inItem = (child: ListItem['children'][number], { spread }: List): string =>
  child.type === 'paragraph' && !spread ? `${inside(child)}\n` : html(child);

function table({ children: [head, ...rows], align }: Table): string {
  const cells = (row: Table['children'][number] | undefined, name: string) =>
    row?.children.map((cell, column) => {
      const alignment = align?.[column] ? ` align="${align[column]}"` : '';
      return `<${name}${alignment}>${inside(cell)}</${name}>`;
    });
  const body = rows.map(row => `<tr>${cells(row, 'td')?.join('')}</tr>`).join('');
  const top = `<thead><tr>${cells(head, 'th')?.join('')}</tr></thead>`;
  return `<table>${top}${body === '' ? '' : `<tbody>${body}</tbody>`}</table>`;
}
