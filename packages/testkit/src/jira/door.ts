import type { Allowance } from '../simulator/allowance.ts';
import type { RecordedRequest } from '../simulator/recorded-request.ts';
import type { Reply } from '../simulator/reply.ts';
import type { Access } from './sign-in.ts';

/** Answers a request of which it is settled who asks. */
export type Api = (request: RecordedRequest, access: Access) => Reply;

/** What stands before the API: it knows who asks, and answers whoever does not come in. */
export type Door = (request: RecordedRequest, api: Api, allowance: Allowance | undefined) => Reply;
