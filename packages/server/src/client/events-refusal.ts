/** The server answers, and will not answer otherwise when it is asked again. */
export interface EventsRefusal extends Error {
  readonly name: 'EventsRefusal';
  /** HTTP */
  readonly status: number;
}

export const refusal = (message: string, status: number): EventsRefusal =>
  Object.assign(new Error(message), { name: 'EventsRefusal', status } as const);

export const isRefusal = (error: unknown): error is EventsRefusal =>
  error instanceof Error && error.name === 'EventsRefusal';
