import type { RecordedRequest } from '../../simulator/recorded-request.ts';
import { emptyReply, htmlReply, type Reply } from '../../simulator/reply.ts';
import { hibernatingPage } from './hibernating-page.ts';
import type { InstanceState } from './instance-state.ts';
import { loginPage } from './login-page.ts';

/** What everybody gets, whoever asks and for what; undefined where the instance listens. */
export function closedDoor(state: InstanceState, { path }: RecordedRequest, url: string): Reply | undefined {
  if (state === 'hibernating') return htmlReply(200, hibernatingPage);
  if (path === '/login.do') return htmlReply(200, loginPage);
  return state === 'sso' ? emptyReply(302, { location: `${url}/login.do` }) : undefined;
}
