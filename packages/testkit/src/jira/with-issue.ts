import type { Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { failures } from './failure.ts';
import type { StoredIssue } from './issue-store.ts';

type IssueAnswer = (issue: StoredIssue, context: Context, call: Call) => Reply;

/** Reads the issue that the path names. A stranger is told that there is none. */
export function readIssue(answer: IssueAnswer): Route<Context>['answer'] {
  return (call, context) => {
    const issue = context.access === 'granted' ? context.store.find(call.params.issue ?? '') : undefined;
    return issue ? answer(issue, context, call) : failures.noIssue();
  };
}

/** Writes to the issue that the path names. A stranger is told to sign in. */
export function writeIssue(answer: IssueAnswer): Route<Context>['answer'] {
  return (call, context) =>
    context.access === 'granted' ? readIssue(answer)(call, context) : failures.notAuthenticated();
}
