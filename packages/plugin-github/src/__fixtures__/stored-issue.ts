/** An issue as the simulated GitHub keeps it. */
export interface StoredIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly state_reason: string | null;
  readonly created_at: string;
  readonly closed_at: string | null;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly milestone: number | null;
  readonly type: string | null;
  readonly comments: readonly string[];
  readonly pull: boolean;
}

export const freshIssue = (number: number, created_at: string): StoredIssue => ({
  ...{ number, title: '', body: '', state: 'open', state_reason: null, created_at, closed_at: null },
  ...{ labels: [], assignees: [], milestone: null, type: null, comments: [], pull: false },
});

/** As the API shows it. */
export const renderIssue = ({ labels, assignees, milestone, type, comments: _, pull, ...row }: StoredIssue) => ({
  ...row,
  html_url: `https://github.com/octo/ops/issues/${row.number}`,
  labels: labels.map(name => ({ name })),
  assignees: assignees.map(login => ({ login })),
  milestone: milestone === null ? null : { number: milestone },
  type: type === null ? null : { name: type },
  ...(pull ? { pull_request: {} } : {}),
});
