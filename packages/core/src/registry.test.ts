import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fakeClock } from './__tests__/fake-clock.ts';
import { analysisOf, draftOf, integration } from './__tests__/samples.ts';
import { scriptedAdapter } from './__tests__/scripted-adapter.ts';
import type { AdapterDecorator, HttpConfig, Integration, ItsmPlugin, TemplateSource, Transport } from './contracts.ts';
import { definePlugin } from './define-plugin.ts';
import { createFieldMapper } from './map/create-field-mapper.ts';
import { parseAnalysis } from './parse-analysis.ts';
import { createRegistry } from './registry.ts';
import { compileText } from './render/compile-text.ts';
import { createRenderer } from './render/create-renderer.ts';
import { documentToText } from './render/document-to-text.ts';
import { createHttp } from './send/create-http.ts';

const template = (text: string, format: TemplateSource['format'] = 'markdown'): TemplateSource => ({
  file: `incident.${format}`,
  text,
  format,
});

const servicenow = definePlugin({
  name: 'servicenow',
  settings: z.unknown(),
  fieldRules: {},
  template: template('Built in: {job.title}'),
  templateFormats: ['html'],
  settleWindowMs: 75_000,
  connect: () => scriptedAdapter({}),
});

function registryOf({ plugins = [servicenow] as readonly ItsmPlugin[], decorators = {}, http = createHttp } = {}) {
  const renderer = createRenderer();
  const mapper = createFieldMapper({ compileText });
  return createRegistry({ plugins, decorators, renderer, mapper, clock: fakeClock(), createHttp: http });
}
const shared = {
  lanes() {
    throw new Error('no request is made here');
  },
};
const connect = (more: Partial<Integration> = {}, deps?: Parameters<typeof registryOf>[0]) =>
  registryOf(deps).connect({ ...integration, ...more }, 'TEST', shared);

function bodyOf(own: TemplateSource | undefined, report?: string): string {
  const analysis = parseAnalysis({ ...analysisOf(), ...(report ? { report: { content: report } } : {}) });
  const { body } = connect({ template: own }).draft(analysis);
  if (body.kind !== 'markdown') throw new Error(`found a body of kind ${body.kind}`);
  return documentToText(body.root).trim();
}

const configError = (words: string) =>
  expect.objectContaining({ kind: 'config', message: expect.stringContaining(words) });

describe('the registry: plugins', () => {
  it('are found by their name', () => {
    expect(registryOf().plugins.get('servicenow')).toBe(servicenow);
  });

  it.each([
    ['another version', { ...servicenow, contract: 'v2' }, 'speaks contract v2; this core speaks v1'],
    ['none', { ...servicenow, contract: undefined }, 'speaks no version of the contract'],
  ])('speak the contract of this core: %s is refused with what to do', (_, plugin, words) => {
    expect(() => registryOf({ plugins: [plugin as unknown as ItsmPlugin] })).toThrow(configError(words));
  });

  it('have names of their own', () => {
    expect(() => registryOf({ plugins: [servicenow, servicenow] })).toThrow(
      configError('Two plugins are registered as "servicenow"'),
    );
  });

  it('that are not registered are named', () => {
    expect(() => connect({ plugin: 'jria' })).toThrow(configError('servicenow: no plugin "jria" is registered'));
  });

  it('get the integration’s settings, name and transport, and core’s clock', () => {
    const seen: unknown[] = [];
    const plugin = definePlugin({
      ...servicenow,
      connect: (settings, deps) => {
        seen.push(settings, deps.integration);
        const auth = { masked: {}, headers: async () => ({}), refresh: async () => false };
        deps.createHttp({ baseURL: 'https://example.service-now.com', auth, errorMessage: () => undefined });
        return scriptedAdapter({});
      },
    });
    const http = (config: HttpConfig, transport: Transport, clock: ReturnType<typeof fakeClock>) => {
      seen.push(config.baseURL, transport);
      return createHttp(config, transport, clock);
    };
    const transport = { ...integration.transport, readTimeoutMs: 7 };
    const more = { name: 'servicenow_eu', settings: { table: 'problem' }, transport };
    connect(more, { plugins: [plugin as unknown as ItsmPlugin], http: http as typeof createHttp });
    expect(seen).toEqual([{ table: 'problem' }, 'servicenow_eu', 'https://example.service-now.com', transport]);
  });
});

describe('the registry: the body of a ticket', () => {
  it('is what the integration’s own template makes of it, a given report or not', () => {
    const own = template('Own: {job.title} / {report.content}');
    expect(bodyOf(own)).toBe('Own: Checkout requests time out /');
    expect(bodyOf(own, 'Given.')).toBe('Own: Checkout requests time out / Given.');
  });

  it('is else the given report', () => {
    expect(bodyOf(undefined, 'Given.')).toBe('Given.');
  });

  it('is else what the plugin’s template makes of it', () => {
    expect(bodyOf(undefined)).toBe('Built in: Checkout requests time out');
  });

  it('may come from a template in a format of the plugin, and in Markdown always', () => {
    expect(() => connect({ template: template('<p>{job.title}</p>', 'html') })).not.toThrow();
    expect(() => connect({ template: template('{job.title}') })).not.toThrow();
  });

  it('may come from no other: the message names the file and what is accepted', () => {
    expect(() => connect({ template: template('h1. {job.title}', 'wiki') })).toThrow(
      configError('servicenow.template: incident.wiki is a wiki template; servicenow takes markdown, html.'),
    );
  });

  it('is compiled when the integration is connected: a syntax error is known before the first analysis', () => {
    expect(() => connect({ template: template('{% if job.title %}') })).toThrow(
      expect.objectContaining({ kind: 'template', message: expect.stringContaining('incident.markdown') }),
    );
  });
});

describe('the registry: a draft', () => {
  it('carries the key of environment, integration and job, and job, title and fields', () => {
    const rules = { ...integration.rules, defaults: { category: 'software' } };
    const draft = connect({ rules }).draft(analysisOf());
    expect(draft.analysis).toEqual(analysisOf());
    const { key, title, job } = draftOf();
    expect(draft).toMatchObject({ key, title, job, fields: { category: 'software' }, warnings: [] });
  });

  it('has another key in another environment', () => {
    const registry = registryOf();
    const keys = ['TEST', 'PROD'].map(environment =>
      registry.connect(integration, environment, shared).keyOf('abc123'),
    );
    expect(new Set(keys).size).toBe(2);
  });

  it('carries the warnings of template and mapping', () => {
    const rules = { ...integration.rules, customFields: { team: 'u_team' } };
    const { warnings } = connect({ rules, template: template('{job.owner}') }).draft(analysisOf());
    expect(warnings.map(({ message }) => message).join('\n')).toMatch(/job\.owner.*\n.*team/);
  });
});

describe('the registry: decorators', () => {
  const marking = (mark: string): AdapterDecorator => ({
    needsSecrets: false,
    wrap: inner => ({ ...inner, unresolved: draft => [...(inner.unresolved?.(draft) ?? []), mark] }),
  });
  const decorators = { first: marking('first'), second: marking('second') };

  it('are wrapped in the order of the integration: the last one is outermost', () => {
    const marksOf = (names: readonly string[]) =>
      connect({ decorators: names }, { decorators }).adapter.unresolved?.(draftOf());
    expect(marksOf(['first', 'second'])).toEqual(['first', 'second']);
    expect(marksOf(['second', 'first'])).toEqual(['second', 'first']);
    expect(marksOf([])).toBeUndefined();
  });

  it('that are not registered are an error, never a silent live send', () => {
    expect(() => connect({ decorators: ['dry_run'] }, { decorators })).toThrow(
      configError('servicenow: no decorator "dry_run" is registered'),
    );
  });
});
