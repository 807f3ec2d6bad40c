import type { Desk } from '../drive/open-desk.ts';
import type { Site } from '../site.ts';

export interface ConsoleForm {
  /** Where it is asked for. */
  readonly page: string;
  /** Where it is sent. */
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
}

/** What can be pressed about the delivery of a job and its integration. */
export async function deliveryForms({ itsm }: Desk, { signIn }: Site, jobId: string): Promise<readonly ConsoleForm[]> {
  const deliveries = await itsm.deliveries({ jobId, integration: signIn.plugin });
  return [
    ...deliveries.flatMap(({ key }) => [
      formAt(`deliveries/${key}/link`, { ticket: 'OPS-1' }),
      formAt(`deliveries/${key}/reject`, { reason: 'A canary.' }),
      formAt(`deliveries/${key}/replay`),
    ]),
    formAt(`health/${signIn.plugin}/pause`),
    formAt(`health/${signIn.plugin}/resume`),
  ];
}

/** About the newest two of its dry runs: one is sent, one is not, and both show what became of it. */
export async function reviewForms({ itsm }: Desk, { signIn }: Site): Promise<readonly ConsoleForm[]> {
  const { records } = await itsm.rehearsals({ integration: signIn.plugin, limit: 2 });
  return records.map(({ id }, n) => ({
    page: `review/${id}`,
    path: `review/${n === 0 ? 'approve' : 'reject'}`,
    form: { id: String(id) },
  }));
}

const formAt = (path: string, form: ConsoleForm['form'] = {}): ConsoleForm => ({ page: path, path, form });
