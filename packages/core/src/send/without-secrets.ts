/** A secret as it may be quoted: plain, in a URL, in a form, in base64 with and without padding, in base64url. */
const formsOf = (secret: string): readonly string[] => {
  const base64 = Buffer.from(secret, 'utf8').toString('base64');
  const unpadded = base64.replace(/(?<!=)=+$/, '');
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

/**
 * Takes secrets out of a text that may quote them. The longest form goes first: it may hold a shorter one. Secrets of up to
 * three characters stay: taking them out would only spoil the text.
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets
    .filter(secret => secret.length > 3)
    .flatMap(formsOf)
    .sort((a, b) => b.length - a.length);
  return forms.reduce((safe, form) => safe.replaceAll(form, '[secret]'), text);
}
