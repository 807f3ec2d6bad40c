import type { DeliveryQuery } from '@itsm-bridge/core';
import { MoreThanOrEqual } from 'typeorm';

/** Columns by what was asked for. */
export const deliveriesWhere = ({
  jobId,
  key,
  environment,
  integration,
  status,
  fingerprint,
  since,
}: DeliveryQuery) => ({
  ...(jobId !== undefined && { job_id: jobId }),
  ...(key !== undefined && { key }),
  ...(environment !== undefined && { environment }),
  ...(integration !== undefined && { integration }),
  ...(status !== undefined && { status }),
  ...(fingerprint !== undefined && { fingerprint }),
  ...(since !== undefined && { updated_at: MoreThanOrEqual(since) }),
});
