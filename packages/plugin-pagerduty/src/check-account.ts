import { askQuestions, type Call, type CheckQuestion, ItsmError } from '@itsm-bridge/core';
import { z } from 'zod';
import type { Api } from './api.ts';
import type { Priorities } from './priorities.ts';
import type { Settings } from './settings.ts';

const service = z.object({ service: z.object({ name: z.string(), status: z.string() }) });
const users = z.object({ users: z.array(z.object({ email: z.string() })) });

interface Account {
  readonly api: Api;
  readonly settings: Settings;
  readonly priorities: Priorities;
}

export const checkAccount = (account: Account, call: Call) => askQuestions(questions(account, call));

function* questions({ api, settings, priorities }: Account, { signal }: Call): Iterable<CheckQuestion> {
  yield {
    step: 'sign in',
    hint: 'Check endpoint (EU accounts have another one) and api_key or auth; scopes: incidents.read and .write.',
    vital: true,
    async ask() {
      await api.get('/incidents', signal, { limit: 1 });
      return 'Incidents can be read. Whether they can be written was not tried: a read-only key shows at the first.';
    },
  };
  yield {
    step: 'service',
    hint: 'service is the id at the end of the address of its page; switch it on where it is off.',
    async ask() {
      const { name, status } = parse(service, await api.get(`/services/${settings.service}`, signal)).service;
      if (status !== 'disabled') return `${settings.service} is ${name}, ${status}.`;
      throw new ItsmError('config', `${name} is disabled: PagerDuty makes no incidents for it.`);
    },
  };
  yield {
    step: 'from',
    hint: 'from is the e-mail of a user of this account; it is sent with every write.',
    async ask() {
      const found = parse(users, await api.get('/users', signal, { query: settings.from, limit: 100 })).users;
      if (found.some(({ email }) => email.toLowerCase() === settings.from.toLowerCase()))
        return `${settings.from} is a user.`;
      throw new ItsmError('config', `No user has the e-mail ${settings.from}.`);
    },
  };
  const policy = settings.escalation_policy;
  if (policy !== undefined) {
    yield {
      step: 'escalation policy',
      hint: 'escalation_policy is the id at the end of the address of its page.',
      async ask() {
        await api.get(`/escalation_policies/${policy}`, signal);
        return `${policy} is there.`;
      },
    };
  }
  yield {
    step: 'priorities',
    hint: 'The API key or the scope priorities.read has to let them be read.',
    async ask() {
      const names = (await priorities.all(signal)).map(({ name }) => name).join(', ');
      return names || 'None are enabled on this account: a priority in the mappings is left out, with a warning.';
    },
  };
}

function parse<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new ItsmError('unavailable', 'PagerDuty answered with something else than was asked for.');
}
