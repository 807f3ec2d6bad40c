import { z } from '@itsm-bridge/core/zod';
import type { JiraApi } from './api.ts';

const answer = z.looseObject({ projectTypeKey: z.string().optional() });

/** GET …/project/{key}: `software`, `business`, or `service_desk`, where customers read along. */
export async function readProjectType({ get }: Pick<JiraApi, 'get'>, project: string) {
  const { data } = await get(`/project/${project}`, {});
  return answer.safeParse(data).data?.projectTypeKey;
}
