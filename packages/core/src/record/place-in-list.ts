import { ItsmError } from '../itsm-error.ts';

/** The last record of a page: the next page begins behind it, whatever was created meanwhile. */
export interface PlaceInList {
  /** When it was created, in microseconds since 1970: as exact as PostgreSQL has it. */
  readonly createdAt: bigint;
  /** Tells those of one moment apart. */
  readonly key: string;
}

/** As readers hold it: a text that says nothing to them. */
export const placeInList = {
  write: ({ createdAt, key }: PlaceInList): string => Buffer.from(`${createdAt} ${key}`).toString('base64url'),
  /** @throws ItsmError kind `input`: it is none that was written here. */
  read(text: string): PlaceInList {
    const [, createdAt, key] = /^(\d{1,16}) (.+)$/s.exec(Buffer.from(text, 'base64url').toString()) ?? [];
    if (createdAt !== undefined && key !== undefined) return { createdAt: BigInt(createdAt), key };
    const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    const what = `after: ${JSON.stringify(shown)} is no place in a list of deliveries`;
    throw new ItsmError('input', `${what}; hand in "next" of the page before as it came, or leave it out.`);
  },
};
