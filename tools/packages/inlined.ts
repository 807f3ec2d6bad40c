/**
 * What is put into the code of a package instead of being installed beside it, by the package's name: what a start of the
 * command loads in many files, or with parts that nobody here uses. All that these import goes with them. Why these, and how
 * a hole in one of them is closed: docs/decisions/0025.
 */
export const inlined: Readonly<Record<string, readonly string[]>> = {
  // Half of zod's code are the 64 languages of its messages; its types stay where they are, in the peer. Of nunjucks, five files.
  '@itsm-bridge/core': ['nunjucks', 'zod'],
  '@itsm-bridge/cli': ['commander', 'import-meta-resolve'],
  '@itsm-bridge/plugin-servicenow': ['hast-util-sanitize', 'hast-util-to-html', 'mdast-util-to-hast'],
  '@itsm-bridge/ticket-view': ['hast-util-sanitize', 'hastscript', 'mdast-util-to-hast'],
};
