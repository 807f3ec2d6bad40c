/** One part of a multipart body. */
export interface FormPart {
  /** The name of its field. */
  readonly field: string;
  /** Absent where the part is a plain value. */
  readonly filename?: string;
  /** @default application/octet-stream where the part does not say */
  readonly mimeType: string;
  readonly content: Uint8Array;
}

/** The parts of a multipart body in order, or undefined where it is not one or is broken. */
export async function readParts(bytes: Uint8Array, contentType: string): Promise<readonly FormPart[] | undefined> {
  if (!contentType.toLowerCase().startsWith('multipart/form-data')) return undefined;
  try {
    const body = new Uint8Array(bytes);
    const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
    return await Promise.all([...form].map(([field, value]) => readPart(field, value)));
  } catch {
    return undefined;
  }
}

async function readPart(field: string, value: string | File): Promise<FormPart> {
  if (typeof value === 'string') return { field, mimeType: 'text/plain', content: Buffer.from(value) };
  const content = new Uint8Array(await value.arrayBuffer());
  return { field, filename: value.name, mimeType: value.type || 'application/octet-stream', content };
}
