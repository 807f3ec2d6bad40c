import type { RecordedRequest } from './recorded-request.ts';

/** How one request ended, told to the log before the first byte goes out. */
export interface LogEntry {
  answered(status: number, note?: string): void;
  unanswered(note: string): void;
}

export interface RequestLog {
  readonly requests: readonly RecordedRequest[];
  /** One line a request in order of arrival: `GET /x 200`, `GET /x 200 cut`, `GET /x dropped`, `GET /x pending`. */
  readonly transcript: readonly string[];
  add(request: RecordedRequest): LogEntry;
  clear(): void;
}

/** `keep` is how many of the newest requests are remembered, 0 for none. */
export function createRequestLog(keep = Number.POSITIVE_INFINITY): RequestLog {
  let lines: Line[] = [];
  const kept = (): readonly Line[] => lines.slice(Math.max(0, lines.length - keep));
  return {
    get requests() {
      return kept().map(line => line.request);
    },
    get transcript() {
      return kept().map(({ request, outcome }) => `${request.method} ${request.path} ${outcome}`);
    },
    add: request => {
      const line: Line = { request, outcome: 'pending' };
      lines.push(line);
      // Cut now and then, not with every request: moving the whole list each time would cost more than it holds.
      if (lines.length > 2 * keep) lines = [...kept()];
      return {
        answered: (status, note) => {
          line.request = { ...request, status };
          line.outcome = note ? `${status} ${note}` : `${status}`;
        },
        unanswered: note => {
          line.outcome = note;
        },
      };
    },
    clear: () => {
      lines = [];
    },
  };
}

interface Line {
  request: RecordedRequest;
  outcome: string;
}
