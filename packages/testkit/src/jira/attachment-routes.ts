import type { FormPart } from '../simulator/form-part.ts';
import { emptyReply, htmlReply, jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { failure, failures } from './failure.ts';
import type { Attachment } from './issue.ts';
import type { StoredIssue } from './issue-store.ts';
import { jiraTime } from './jira-time.ts';
import { mediaPath, sendFile } from './media.ts';
import { showAttachment } from './show-attachment.ts';
import { writeIssue } from './with-issue.ts';

export const attachmentRoutes: readonly Route<Context>[] = [
  { method: 'POST', pattern: '/rest/api/:version/issue/:issue/attachments', answer: writeIssue(upload) },
  { method: 'GET', pattern: '/rest/api/:version/attachment/meta', answer: settings },
  { method: 'GET', pattern: '/rest/api/:version/attachment/:attachment', answer: withAttachment(read) },
  { method: 'GET', pattern: '/rest/api/:version/attachment/content/:attachment', answer: withAttachment(download) },
  { method: 'DELETE', pattern: '/rest/api/:version/attachment/:attachment', answer: withAttachment(remove) },
];

/** The most files that one request brings. */
const mostFiles = 60;

function upload(issue: StoredIssue, context: Context, call: Call): Reply {
  const { site, store, now } = context;
  if (call.headers['x-atlassian-token'] !== 'no-check') return htmlReply(403, 'XSRF check failed');
  if (!site.may('CREATE_ATTACHMENTS')) return failures.mayNotAttach();
  const files = (call.parts ?? []).filter(part => part.field === 'file' && part.filename !== undefined);
  if (files.length === 0) return failure(400, ["The multipart field 'file' with a file in it is required."]);
  if (files.length > mostFiles) return failure(413, [`No more than ${mostFiles} files can be attached at once.`]);
  // The words are those of an older site (bobcarroll/jira-client#119); what Cloud says today is not known.
  if (files.some(({ content }) => content.length > site.attachmentLimitBytes))
    return failure(413, [`The field file exceeds its maximum permitted size of ${site.attachmentLimitBytes} bytes.`]);
  const attached = files.map(file => attachmentOf(file, `${store.nextAttachmentId()}`, jiraTime(now())));
  store.put({ ...issue, attachments: [...issue.attachments, ...attached] });
  return jsonReply(
    200,
    attached.map(attachment => showAttachment(attachment, context)),
  );
}

const attachmentOf = ({ filename = '', mimeType, content }: FormPart, id: string, created: string): Attachment => ({
  id,
  filename,
  mimeType,
  size: content.length,
  content,
  created,
});

function settings(_call: Call, { site, access }: Context): Reply {
  if (access !== 'granted') return failures.notAuthenticated();
  return jsonReply(200, { enabled: true, uploadLimit: site.attachmentLimitBytes });
}

type AttachmentAnswer = (attachment: Attachment, issue: StoredIssue, context: Context, call: Call) => Reply;

export function withAttachment(answer: AttachmentAnswer): Route<Context>['answer'] {
  return (call, context) => {
    const { attachment: id = '' } = call.params;
    const found = context.access === 'granted' ? context.store.findAttachment(id) : undefined;
    return found ? answer(found.attachment, found.issue, context, call) : failures.noAttachment(id);
  };
}

/** Alone it has a number for an id on Cloud; everywhere else, text. */
function read(attachment: Attachment, _issue: StoredIssue, context: Context): Reply {
  const shown = showAttachment(attachment, context);
  return jsonReply(200, context.site.deployment === 'cloud' ? { ...shown, id: Number(attachment.id) } : shown);
}

/** Sends whoever asks to the media store, unless told not to. */
function download(attachment: Attachment, _issue: StoredIssue, { url }: Context, { query }: Call): Reply {
  if (query.redirect === 'false') return sendFile(attachment);
  return emptyReply(303, { location: `${url}${mediaPath(attachment)}` });
}

function remove(attachment: Attachment, issue: StoredIssue, { store }: Context): Reply {
  store.put({ ...issue, attachments: issue.attachments.filter(each => each !== attachment) });
  return emptyReply(204);
}
