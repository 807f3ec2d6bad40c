import { isJsonObject } from '../simulator/is-json-object.ts';
import type { Reply } from '../simulator/reply.ts';
import type { NewComment } from './add-comment.ts';
import type { Context } from './context.ts';
import { notAString } from './datacenter/bean-failure.ts';
import { failure, failures } from './failure.ts';
import { checkRichText } from './fields/check-rich-text.ts';
import { type Checked, refused } from './fields/checked.ts';
import { readProperties } from './read-properties.ts';

export function checkComment(body: unknown, context: Context): Checked {
  if (typeof body === 'string' && context.version === '2' && body.trim() === '')
    return refused('Comment body can not be empty!');
  return checkRichText(body ?? undefined, context, 'Comment body is not valid!');
}

type CommentReading =
  | { readonly kind: 'comment'; readonly comment: NewComment }
  | { readonly kind: 'no'; readonly reply: Reply };

/** Reads `{ body, properties }`, as a comment is sent on its own. */
export function readComment(json: unknown, context: Context): CommentReading {
  const no = (reply: Reply): CommentReading => ({ kind: 'no', reply });
  if (!isJsonObject(json)) return no(failures.unreadable());
  if (context.site.deployment === 'datacenter' && isJsonObject(json.body)) return no(notAString());
  const verdict = checkComment(json.body, context);
  if (verdict.kind === 'refused') return no(failure(400, [], { comment: verdict.message }));
  if (verdict.kind === 'not-a-document') return no(failures.invalidDocument());
  const properties = readProperties(json.properties);
  if (!properties) return no(failures.invalidPayload());
  return { kind: 'comment', comment: { body: verdict.value, properties } };
}
