/** An address that a link may have; undefined for one that runs something, or reads what it should not. */
export const safeHref = (url: unknown): string | undefined =>
  typeof url === 'string' && /^(https?:\/\/|mailto:)/i.test(url) ? url : undefined;
