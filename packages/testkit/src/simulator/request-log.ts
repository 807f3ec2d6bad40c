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

export function createRequestLog(): RequestLog {
  let lines: { request: RecordedRequest; outcome: string }[] = [];
  return {
    get requests() {
      return lines.map(line => line.request);
    },
    get transcript() {
      return lines.map(({ request, outcome }) => `${request.method} ${request.path} ${outcome}`);
    },
    add: request => {
      const line = { request, outcome: 'pending' };
      lines.push(line);
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
