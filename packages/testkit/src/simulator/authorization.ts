/** What an Authorization header claims. Whether it is right is the platform's own matter. */
export type Authorization =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'unreadable' };

export function parseAuthorization(header: string | undefined): Authorization {
  if (!header) return { kind: 'none' };
  const [scheme = '', value = ''] = header.split(/ +/);
  if (scheme.toLowerCase() === 'bearer' && value) return { kind: 'bearer', token: value };
  if (scheme.toLowerCase() !== 'basic') return { kind: 'unreadable' };
  const text = Buffer.from(value, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return { kind: 'unreadable' };
  return { kind: 'basic', user: text.slice(0, colon), password: text.slice(colon + 1) };
}
