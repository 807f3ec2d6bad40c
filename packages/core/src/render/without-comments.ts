/** HTML without its comments. One that is never closed is text: looked for once, however often one begins behind it. */
export const withoutComments = (html: string): string =>
  html.replace(/<!--(?:-?>|.*?(?:-->|$))/gs, comment => (comment.endsWith('-->') ? '' : comment));
