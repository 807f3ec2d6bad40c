import { jsonReply, type Reply } from '../../simulator/reply.ts';

const message = 'Transaction cancelled: maximum execution time exceeded';
const error = { message, detail: `${message} Check logs for error trace or enable glide.rest.debug property.` };

/** The answer had begun, status and all, when the quota rule ended it: the error is written behind half a result. */
export const quotaCancelled = (): Reply => ({
  ...jsonReply(200, undefined),
  body: `{"result":{"number":"INC0010001","short_description":"Disk f"error":${JSON.stringify(error)},"status":"failure"}`,
});

/** The quota rule ended it in the queue, before anything was done or written. */
export const quotaCancelledInQueue = (): Reply => jsonReply(500, { error, status: 'failure' });
