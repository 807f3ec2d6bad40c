import type { WellBehaved } from './parrot.ts';
import { replyJson } from './reply-json.ts';

/** Just enough of PagerDuty: every incident is the first one. */
export const pagerdutyAnswers: WellBehaved = ({ method, path, body }, response) => {
  const given = method === 'GET' ? {} : JSON.parse(body || '{}');
  const incident = {
    ...{ id: 'PINC1', incident_number: 1, html_url: 'https://pd.example.com/incidents/PINC1', incident_key: null },
    ...{ status: 'triggered', created_at: new Date().toISOString(), resolved_at: null, urgency: 'high' },
    ...{ priority: null, service: { id: 'PSVC1' }, escalation_policy: null, ...given.incident },
  };
  if (path === '/incidents')
    return method === 'GET'
      ? replyJson(response, 200, { incidents: [], more: false })
      : replyJson(response, 201, { incident });
  if (/\/notes$/.test(path)) return replyJson(response, 200, method === 'GET' ? { notes: [] } : { note: given.note });
  if (path.startsWith('/incidents/')) return replyJson(response, 200, { incident });
  if (path === '/priorities')
    return replyJson(response, 200, {
      priorities: [
        { id: 'PRIO1', name: 'P1' },
        { id: 'PRIO2', name: 'P2' },
      ],
    });
  if (path === '/users')
    return replyJson(response, 200, { users: [{ email: 'rca@example.com', role: 'limited_user' }] });
  const incident_urgency_rule = { type: 'constant', urgency: 'severity_based' };
  return replyJson(response, 200, { service: { name: 'Checkout', status: 'active', incident_urgency_rule } });
};
