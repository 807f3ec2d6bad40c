/** The secret texts inside sign-in headers: whole values, what follows the scheme, and the password of Basic. */
const secretsIn = (headers: Readonly<Record<string, string>>): readonly string[] =>
  Object.values(headers).flatMap(value => {
    const credentials = value.slice(value.indexOf(' ') + 1);
    if (!value.startsWith('Basic ')) return [credentials];
    const pair = Buffer.from(credentials, 'base64').toString('utf8');
    return [credentials, pair, pair.slice(pair.indexOf(':') + 1)];
  });

/** A secret as it may be quoted: plain, in a URL, in a form, in base64 with and without padding, in base64url. */
const formsOf = (secret: string): readonly string[] => {
  const base64 = Buffer.from(secret, 'utf8').toString('base64');
  const unpadded = base64.replace(/=+$/, '');
  const form = new URLSearchParams([['', secret]]).toString().slice(1);
  return [
    secret,
    encodeURIComponent(secret),
    form,
    base64,
    unpadded,
    unpadded.replaceAll('+', '-').replaceAll('/', '_'),
  ];
};

/** Takes what signed a request out of a text that may quote it. The longest form goes first: it may hold a shorter one. */
export function redact(text: string, signedWith: Readonly<Record<string, string>>): string {
  const forms = secretsIn(signedWith)
    .filter(secret => secret.length > 3)
    .flatMap(formsOf)
    .sort((a, b) => b.length - a.length);
  return forms.reduce((safe, form) => safe.replaceAll(form, '[secret]'), text);
}
