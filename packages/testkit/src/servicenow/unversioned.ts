import type { RecordedRequest } from '../simulator/recorded-request.ts';

/** `/api/now/v2/table/…` is `/api/now/table/…`: a version may stand in every address, and without one the latest answers. */
export const unversioned = (request: RecordedRequest): RecordedRequest => ({
  ...request,
  path: request.path.replace(/^\/api\/now\/v[12]\//, '/api/now/'),
});
