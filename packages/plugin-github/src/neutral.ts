import type { Root, RootContent } from 'mdast';

/**
 * The document with nothing in it that GitHub acts upon. Its text comes from logs and from a model: "@org/team" in a stack
 * trace would notify people, "#17" and a link to an issue would put a line into the timeline of that issue.
 *
 * A zero-width space behind the sign parts it from the name, as the update bots do it; what is read stays the same. Code is
 * left as it is, to be copied: GitHub looks for no mention in pre, code and a (jch/html-pipeline, @mention filter).
 */
export function neutral(root: Root): Root {
  return { ...root, children: root.children.map(neutralNode) };
}

function neutralNode<Node extends RootContent>(node: Node): Node {
  switch (node.type) {
    case 'text':
      return { ...node, value: neutralText(node.value) };
    case 'html':
      return { ...node, value: neutralHtml(node.value) };
    case 'link':
      return { ...node, url: withoutBacklink(node.url), children: node.children.map(neutralNode) };
    default:
      return 'children' in node ? { ...node, children: node.children.map(child => neutralNode(child as never)) } : node;
  }
}

const apart = '\u200b';
/** An address of mail is none; the letters of other scripts part words for GitHub. */
const signs = /(?<![A-Za-z0-9])@(?=[A-Za-z0-9])|#(?=\d)|\bGH-(?=\d)/gi;

const neutralText = (text: string): string => withoutBacklink(text.replace(signs, `$&${apart}`));

/** Tags and comments, else an entity or a sign of those above: GitHub reads entities before it looks for mentions. */
const tagOrSign = /<[/!]?[a-z-][^<>]*>|@|&(?:#0*64|#x0*40|commat);?|(?<!&)#|&(?:#0*35|#x0*23|num);?|\bGH-(?=\d)/gi;

const neutralHtml = (html: string): string =>
  withoutBacklink(html.replace(tagOrSign, found => (found.startsWith('<') ? found : `${found}${apart}`)));

/** The host that GitHub keeps for links that are to leave no trace at the other end (dependabot-core #4441). */
const withoutBacklink = (text: string): string =>
  text.replace(
    /\bhttps?:\/\/(?:www\.)?github\.com\/(?=[\w.-]+\/[\w.-]+\/(?:issues|pull|discussions)\/\d)/gi,
    'https://redirect.github.com/',
  );
