import { isJsonObject } from '../simulator/is-json-object.ts';
import type { Reply } from '../simulator/reply.ts';

type Say = (message: string) => string;

/** An error in other words. Its status, its field names and everything that is no error stay as they are. */
export function localiseReply(reply: Reply, say: Say): Reply {
  if (reply.status < 400 || typeof reply.body !== 'string' || reply.body === '') return reply;
  const isJson = reply.headers['content-type']?.startsWith('application/json');
  return { ...reply, body: isJson ? JSON.stringify(localised(JSON.parse(reply.body), say)) : say(reply.body) };
}

function localised(body: unknown, say: Say): unknown {
  if (!isJsonObject(body)) return body;
  const { errorMessages, errors, message } = body;
  return {
    ...body,
    ...(Array.isArray(errorMessages) ? { errorMessages: errorMessages.map(each => say(String(each))) } : {}),
    ...(isJsonObject(errors)
      ? { errors: Object.fromEntries(Object.entries(errors).map(([field, each]) => [field, say(String(each))])) }
      : {}),
    ...(typeof message === 'string' ? { message: say(message) } : {}),
  };
}
