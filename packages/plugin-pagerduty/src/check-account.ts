import { askQuestions, type Call, type CheckQuestion, ItsmError } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Api } from './api.ts';
import type { Priorities } from './priorities.ts';
import type { Settings } from './settings.ts';

const incident_urgency_rule = z.object({ type: z.string(), urgency: z.string().nullish() }).nullish();
const service = z.object({ name: z.string(), status: z.string(), incident_urgency_rule });
const users = z.object({ users: z.array(z.object({ email: z.string(), role: z.string().nullish() })) });

interface Account {
  readonly api: Api;
  readonly settings: Settings;
  readonly priorities: Priorities;
}

export const checkAccount = (account: Account, call: Call) => askQuestions(questions(account, call));

function* questions({ api, settings, priorities }: Account, { signal }: Call): Iterable<CheckQuestion> {
  const { service: id, from, escalation_policy: policy } = settings;
  const readService = async () => (await api.get(z.object({ service }), `/services/${id}`, { signal })).service;
  yield {
    step: 'sign in',
    hint: 'Check endpoint (EU accounts have another one) and api_key or auth; scopes: incidents.read and .write.',
    vital: true,
    async ask() {
      await api.get(z.object({}), '/incidents', { signal, params: { limit: 1 } });
      return 'Incidents can be read. Whether they can be written was not tried: a read-only key shows at the first.';
    },
  };
  yield {
    step: 'service',
    hint: 'service is the id at the end of the address of its page; switch it on, or wait until its maintenance is over.',
    async ask() {
      const { name, status, incident_urgency_rule: rule } = await readService();
      // https://support.pagerduty.com/main/docs/why-incidents-fail-to-trigger
      if (['disabled', 'maintenance'].includes(status))
        throw new ItsmError('config', `${name} is in state "${status}": PagerDuty makes no incidents for it.`);
      const ruled = rule ? ` Its own rule of urgency: ${rule.urgency ?? rule.type}.` : '';
      return `${id} is ${name}, ${status}.${ruled}`;
    },
  };
  yield {
    step: 'from',
    hint: 'from is the e-mail of a user of this account, a responder or more; it is sent with every write.',
    async ask() {
      const found = await api.get(users, '/users', { signal, params: { query: from, limit: 100 } });
      const user = found.users.find(({ email }) => email.toLowerCase() === from.toLowerCase());
      if (!user) throw new ItsmError('config', `No user has the e-mail ${from}.`);
      if (!user.role?.startsWith('read_only')) return `${from} is a user.`;
      throw new ItsmError('config', `${from} is a stakeholder (${user.role}), who may not write incidents.`);
    },
  };
  if (policy !== undefined) {
    yield {
      step: 'escalation policy',
      hint: 'escalation_policy is the id at the end of the address of its page.',
      async ask() {
        await api.get(z.object({}), `/escalation_policies/${policy}`, { signal });
        return `${policy} is there.`;
      },
    };
  }
  yield {
    step: 'priorities',
    hint: 'PagerDuty does not answer as it should: try again later.',
    async ask() {
      const names = (await priorities.all(signal)).map(({ name }) => name).join(', ');
      return names || 'None that this sign-in may read: a priority in the mappings is left out, with a warning.';
    },
  };
}
