import { isJsonObject, type JsonObject } from '../simulator/is-json-object.ts';
import type { Reply } from '../simulator/reply.ts';
import { failure, failures } from './failure.ts';
import type { RemoteLink } from './issue.ts';

export type SentLink = Omit<RemoteLink, 'id'>;

type LinkReading = { readonly kind: 'link'; readonly link: SentLink } | { readonly kind: 'no'; readonly reply: Reply };

/** Reads a remote link as it is sent whole; what is not in it, the link will not have. */
export function readRemoteLink(json: unknown): LinkReading {
  if (!isJsonObject(json)) return { kind: 'no', reply: failures.unreadable() };
  const { globalId, relationship, application, object } = json;
  const sent = isJsonObject(object) ? object : {};
  const title = textOf(sent.title);
  const url = textOf(sent.url);
  const tooLong = typeof globalId === 'string' && globalId.length > 255;
  const errors = {
    ...(title ? {} : { title: "'title' is required." }),
    ...(url ? {} : { url: "'url' is required." }),
    ...(url && !URL.canParse(url) ? { url: "'url' is not a valid URL." } : {}),
    ...(tooLong ? { globalId: "'globalId' cannot be longer than 255 characters." } : {}),
  };
  if (!title || !url || Object.keys(errors).length > 0) return { kind: 'no', reply: failure(400, [], errors) };
  const link: SentLink = {
    globalId: textOf(globalId),
    relationship: textOf(relationship),
    application: objectOf(application),
    object: {
      url,
      title,
      ...(textOf(sent.summary) ? { summary: textOf(sent.summary) } : {}),
      icon: objectOf(sent.icon),
      status: { icon: {}, ...objectOf(sent.status) },
    },
  };
  return { kind: 'link', link };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

const objectOf = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});
