/** A text in each form in which a platform, a proxy or a library may quote it. */
export function written(text: string): readonly string[] {
  const url = encodeURIComponent(text);
  const lowerCase = url.replace(/%[0-9A-F]{2}/g, code => code.toLowerCase());
  const bytes = Buffer.from(text, 'utf8');
  const json = JSON.stringify(text).slice(1, -1);
  return [
    ...[text, url, lowerCase, encodeURIComponent(url), new URLSearchParams([['', text]]).toString().slice(1)],
    ...[encodeURI(text), new URL(`http://x/${text}`).href.slice('http://x/'.length)],
    ...[json, JSON.stringify(json).slice(1, -1), html(text, '&#39;'), html(text, '&#x27;')],
    ...[0, 1, 2].map(offset => Buffer.concat([Buffer.from('::'.slice(0, offset)), bytes]).toString('base64')),
    ...[bytes.toString('base64url'), bytes.toString('hex')],
    // As a platform cuts what it quotes.
    `${text.slice(0, Math.ceil(text.length * 0.6))}…`,
  ];
}

const html = (text: string, apostrophe: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll("'", apostrophe);
