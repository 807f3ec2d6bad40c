import { describe, expect, it } from 'vitest';
import { type Analysis, analysisSchema } from '../analysis.ts';
import type { FieldRule, Fields, MappingRules, Transform } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { compileText } from '../render/compile-text.ts';
import { createFieldMapper } from './create-field-mapper.ts';

const analysis = analysisSchema.parse({
  job: {
    id: 'abc123',
    title: 'Checkout is slow',
    severity: 'high',
    affected_systems: ['checkout-api', 'payments-db'],
    error_count: 18234,
    confirmed: true,
    team: { name: ' Payments ', lead: null },
    tags: 'a, b,,c ',
    completed_at: '2025-10-27T11:30:00+01:00',
  },
  analysis: {
    root_cause: 'A **full** pool',
    affected_systems: '- checkout',
    timeline: [
      { at: '10:00', event: 'alert' },
      { at: '10:05', event: 'fixed' },
    ],
    metrics: { p99: 4.2 },
    only_here: 'from the analysis',
  },
  fingerprint: 'f-1',
  job_id: 'at the top',
});

const none: MappingRules = {
  pluginRules: {},
  defaults: {},
  valueMaps: {},
  customFields: {},
  fields: {},
  assignmentRules: [],
};

const mapper = createFieldMapper({ compileText });
const map = (rules: Partial<MappingRules>, given: Analysis = analysis) =>
  mapper.compile({ ...none, ...rules }).map(given);
const field = (rule: FieldRule) => map({ fields: { f: rule } }).fields.f;

function failure(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return ItsmError.is(error) ? [error.kind, error.message] : error;
  }
  return 'no error';
}

describe('which rule wins', () => {
  const layers: readonly Partial<MappingRules>[] = [
    { pluginRules: { f: 'plugin', other: 'kept' } },
    { defaults: { f: 'default' } },
    { valueMaps: { f: { high: 'value map' } } },
    { customFields: { only_here: 'f' } },
    { fields: { f: 'rule' } },
    { assignmentRules: [{ when: {}, set: { f: 'assigned' } }] },
  ];

  it.each([
    [1, 'plugin'],
    [2, 'default'],
    [3, 'value map'],
    [4, 'from the analysis'],
    [5, 'rule'],
    [6, 'assigned'],
  ])('of the first %i layers: %s', (count, expected) => {
    const rules: Partial<MappingRules> = Object.assign({}, ...layers.slice(0, count));
    expect(map(rules).fields).toEqual({ f: expected, other: 'kept' });
  });

  it('a default wins over the priority rule of the plugin when no value map is configured', () => {
    const priority = { from: 'job.severity', map: { high: '2' } };
    expect(map({ pluginRules: { priority }, defaults: { priority: '3' } }).fields).toEqual({ priority: '3' });
  });

  it('a rule that is overridden neither warns nor fails', () => {
    const { fields, warnings } = map({
      pluginRules: { a: { from: 'job.none' }, b: { from: 'job.severity', map: {} } },
      defaults: { a: 1, b: 2 },
    });
    expect([fields, warnings]).toEqual([{ a: 1, b: 2 }, []]);
  });

  it('a rule without a value leaves the field to the one before it, with a warning', () => {
    expect(map({ defaults: { f: 'default' }, fields: { f: { from: 'job.none' } } })).toEqual({
      fields: { f: 'default' },
      warnings: [{ code: 'missing-source', message: 'f: job.none is not in the analysis', field: 'f' }],
    });
  });
});

describe('value maps', () => {
  const priority = { from: 'job.severity', map: { critical: '1', high: '2', medium: '3' } };

  it('keep what the plugin maps and they do not', () => {
    const rules = { pluginRules: { priority }, valueMaps: { priority: { critical: 'P0' } } };
    expect(map(rules).fields).toEqual({ priority: '2' });
    expect(map(rules, { ...analysis, job: { ...analysis.job, severity: 'critical' } }).fields).toEqual({
      priority: 'P0',
    });
  });

  it('without a value for a severity are an error that lists what they have', () => {
    const low = { ...analysis, job: { ...analysis.job, severity: 'low' as const } };
    const rules = { pluginRules: { priority }, valueMaps: { priority: { critical: 'P0' } } };
    expect(failure(() => map(rules, low))).toEqual([
      'mapping',
      'priority: no value for severity "low"; field_mappings.priority has critical, high, medium',
    ]);
  });

  it('leave a severity without a value to the default of the field', () => {
    const valueMaps = { impact: { critical: '1' } };
    expect(map({ valueMaps, defaults: { impact: '3' } }).fields).toEqual({ impact: '3' });
    expect(map({ valueMaps, pluginRules: { impact: { from: 'job.severity', map: {}, default: '2' } } }).fields).toEqual(
      { impact: '2' },
    );
  });

  it('are not mixed with a plugin map that goes by something else', () => {
    const rules = { pluginRules: { f: { from: 'job.team.name', map: { high: 'x' } } }, valueMaps: { f: { low: '4' } } };
    expect(failure(() => map(rules))).toEqual(['mapping', 'f: no value for severity "high"; field_mappings.f has low']);
  });
});

describe('custom fields', () => {
  it.each([
    ['rca_job_id', 'abc123'],
    ['affected_systems', 'checkout-api, payments-db'],
    ['only_here', 'from the analysis'],
    ['fingerprint', 'f-1'],
    ['job_id', 'at the top'],
    ['error_count', 18234],
    ['confirmed', true],
    ['timeline', '10:00 alert\n10:05 fixed'],
    ['metrics', '{"p99":4.2}'],
    ['metrics.p99', 4.2],
    ['job.title', 'Checkout is slow'],
    ['affected_systems.1', 'payments-db'],
  ])('%s is %j', (source, expected) => {
    expect(map({ customFields: { [source]: 'customfield_1' } })).toEqual({
      fields: { customfield_1: expected },
      warnings: [],
    });
  });

  it.each(['team.lead', 'nothing', 'constructor', 'title.length', 'affected_systems.length', '__proto__.toString'])(
    '%s is missing: left out with a warning',
    source => {
      expect(map({ customFields: { [source]: 'customfield_1' } })).toEqual({
        fields: {},
        warnings: [
          {
            code: 'missing-source',
            message: `customfield_1: ${source} is not in the analysis`,
            field: 'customfield_1',
          },
        ],
      });
    },
  );
});

describe('rules', () => {
  it('a text without braces is a constant, one with braces a template', () => {
    expect(field('a constant } $')).toBe('a constant } $');
    expect(field('RCA: {job.title} ({{ job.affected_systems }})')).toBe(
      'RCA: Checkout is slow (checkout-api, payments-db)',
    );
  });

  it('hand on the warnings of a template with their field', () => {
    expect(map({ fields: { summary: '{analysis.nothing}' } }).warnings).toEqual([
      {
        code: 'undefined-variable',
        message: 'field_mappings.fields.summary:1:1: analysis.nothing is not in the analysis',
        field: 'summary',
      },
    ]);
  });

  it('with a syntax error fail when they are compiled', () => {
    expect(failure(() => mapper.compile({ ...none, fields: { summary: '{{ job.title' } }))).toEqual([
      'template',
      expect.stringMatching(/^field_mappings\.fields\.summary:1:\d+: expected /),
    ]);
    expect(failure(() => mapper.compile({ ...none, fields: { summary: { from: 'job..title' } } }))).toEqual([
      'config',
      'field_mappings.fields.summary: "job..title" is no path; write one such as job.title',
    ]);
  });

  it('read a path, with a default where it leads nowhere', () => {
    expect(field({ from: 'job.title' })).toBe('Checkout is slow');
    expect(field({ from: 'job.affected_systems.0' })).toBe('checkout-api');
    expect(field({ from: 'job.affected_systems' })).toEqual(['checkout-api', 'payments-db']);
    expect(field({ from: 'job.team.lead', default: ['x'], transform: 'upper' })).toEqual(['x']);
    expect(field({ from: 'job.none' })).toBeUndefined();
    expect(field({ from: 'job.constructor.name' })).toBeUndefined();
    expect(field({ from: 'job.affected_systems.length' })).toBeUndefined();
  });

  it('do not warn of a path that leads nowhere where a default stands in for it', () => {
    expect(map({ fields: { f: { from: 'job.none', default: 'x' } } })).toEqual({ fields: { f: 'x' }, warnings: [] });
  });

  it('read a whole number that JSON does not know as its digits', () => {
    const given = { ...analysis, x: 2n ** 64n, list: [1n, { n: 2n }] };
    const fields: Record<string, FieldRule> = { one: { from: 'x' }, inside: { from: 'list' } };
    expect(map({ fields }, given).fields).toEqual({ one: '18446744073709551616', inside: ['1', { n: '2' }] });
  });

  it('map values by their text, a list element by element', () => {
    expect(field({ from: 'job.error_count', map: { 18234: 'many' } })).toBe('many');
    expect(field({ from: 'job.confirmed', map: { true: 1 } })).toBe(1);
    const byDefault = { from: 'job.affected_systems', map: { 'checkout-api': { id: '7' } }, default: 'other' };
    expect(field(byDefault)).toEqual([{ id: '7' }, 'other']);
    expect(field({ from: 'job.severity', map: { low: 'x' }, default: 'y' })).toBe('y');
  });

  it('with a value that the map does not have fail, unless they have a default', () => {
    expect(failure(() => field({ from: 'job.severity', map: { low: '4', critical: '1' } }))).toEqual([
      'mapping',
      'f: "high" of job.severity is not in its map, which has low, critical; add it or give a default',
    ]);
    expect(failure(() => field({ from: 'job.severity', map: {} }))).toEqual([
      'mapping',
      'f: "high" of job.severity is not in its map, which has nothing; add it or give a default',
    ]);
    expect(failure(() => field({ from: 'job.title', map: { a: 'b' } }))).not.toBe('no error');
  });
});

describe('transforms', () => {
  const of = (transform: Transform, value: unknown) =>
    map({ fields: { f: { from: 'x', transform } } }, { ...analysis, x: value }).fields.f;

  it.each<[Transform, unknown, unknown]>([
    ['join', ['a', 1, { b: 2 }], 'a, 1, {"b":2}'],
    ['join', [{ at: '10:00', event: 'alert' }], '10:00 alert'],
    ['join', 'text', 'text'],
    ['split', 'a, b,,c ', ['a', 'b', 'c']],
    ['split', ['a,b'], ['a,b']],
    ['upper', 'straße', 'STRASSE'],
    ['lower', ['A', 'B'], ['a', 'b']],
    ['trim', ' a ', 'a'],
    ['trim', 5, '5'],
    ['number', ' 4.20 ', 4.2],
    ['number', 7, 7],
    ['number', '1e3', 1000],
    ['date', '2025-10-27T11:30:00+01:00', '2025-10-27T10:30:00.000Z'],
    ['date', '2025-10-27', '2025-10-27T00:00:00.000Z'],
    ['date', '2025-10-27 10:30', '2025-10-27T10:30:00.000Z'],
    ['date', 'Mon, 27 Oct 2025 10:30:00 GMT', '2025-10-27T10:30:00.000Z'],
    ['date', 1_761_561_000_000, '2025-10-27T10:30:00.000Z'],
    ['date', new Date('2025-10-27T10:30:00Z'), '2025-10-27T10:30:00.000Z'],
    ['json', { a: [1] }, '{"a":[1]}'],
    ['json', 'a', '"a"'],
    ['markdown-to-text', 'A **full** pool', 'A full pool'],
    ['markdown-to-text', ['**a**', 'b'], ['a', 'b']],
  ])('%s of %j is %j', (transform, value, expected) => {
    expect(of(transform, value)).toEqual(expected);
  });

  it.each<[Transform, unknown, string]>([
    ['number', 'many', 'f: "many" of x is not a number'],
    ['number', '', 'f: "" of x is not a number'],
    ['number', true, 'f: true of x is not a number'],
    ['number', ['1'], 'f: ["1"] of x is not a number'],
    ['number', 'Infinity', 'f: "Infinity" of x is not a number'],
    ['date', 'yesterday', 'f: "yesterday" of x is not a date such as 2025-10-27T10:30:00Z'],
    ['date', '10/11/2025', 'f: "10/11/2025" of x is not a date such as 2025-10-27T10:30:00Z'],
    ['date', 'no date Z', 'f: "no date Z" of x is not a date such as 2025-10-27T10:30:00Z'],
  ])('%s of %j fails', (transform, value, message) => {
    expect(failure(() => of(transform, value))).toEqual(['mapping', message]);
  });

  it('come after the map', () => {
    const rule: FieldRule = {
      from: 'job.affected_systems',
      map: { 'checkout-api': 'A', 'payments-db': 'B' },
      transform: 'join',
    };
    expect(field(rule)).toBe('A, B');
  });
});

describe('assignment rules', () => {
  const group = (when: Record<string, string | readonly string[]>, given = analysis) =>
    map({ assignmentRules: [{ when, set: { group: 'yes' } }] }, given).fields.group === 'yes';

  it.each<[Record<string, string | readonly string[]>, boolean]>([
    [{}, true],
    [{ severity: 'high' }, true],
    [{ severity: 'HIGH' }, true],
    [{ severity: ['critical', 'high'] }, true],
    [{ severity: 'low' }, false],
    [{ affected_system: 'PAYMENTS-*' }, true],
    [{ affected_system: 'payments-d?' }, true],
    [{ affected_system: 'payments' }, false],
    [{ affected_system: '*checkout' }, false],
    [{ 'job.affected_systems': ['nothing', 'checkout-*'] }, true],
    [{ 'job.team.name': '*payments*' }, true],
    [{ 'job.error_count': '18*' }, true],
    [{ 'job.none': '*' }, false],
    [{ 'job.team.lead': '*' }, false],
    [{ 'job.constructor.name': '*' }, false],
    [{ severity: 'high', affected_system: 'nothing' }, false],
  ])('%j: %s', (when, expected) => {
    expect(group(when)).toBe(expected);
  });

  it('look at the systems of the analysis when they are a list', () => {
    const given = { ...analysis, job: { ...analysis.job, affected_systems: undefined } };
    expect(group({ affected_system: '*checkout' }, given)).toBe(false);
    expect(group({ affected_system: '*checkout' }, { ...given, analysis: { affected_systems: ['eu checkout'] } })).toBe(
      true,
    );
  });

  it('the first that matches is the only one', () => {
    const set = (name: string): Fields => ({ [name]: name });
    const { fields } = map({
      assignmentRules: [
        { when: { severity: 'low' }, set: set('a') },
        { when: { severity: 'high' }, set: set('b') },
        { when: {}, set: set('c') },
      ],
    });
    expect(fields).toEqual({ b: 'b' });
  });

  it('with a condition that names nothing fail when they are compiled', () => {
    const compile = (key: string) =>
      failure(() => mapper.compile({ ...none, assignmentRules: [{ when: { [key]: 'x' }, set: {} }] }));
    expect(compile('affected_systems')).toEqual([
      'config',
      'assignment_rules[0].when.affected_systems: unknown condition; did you mean "affected_system"? Also accepted are paths into the analysis such as job.team',
    ]);
    expect(compile('team')).toEqual([
      'config',
      'assignment_rules[0].when.team: unknown condition; accepted are severity, affected_system and paths into the analysis such as job.team',
    ]);
  });
});

describe('the mapping', () => {
  const rules: MappingRules = {
    ...none,
    defaults: { labels: ['rca'], nested: { a: [1] } },
    fields: { systems: { from: 'job.affected_systems' } },
    assignmentRules: [{ when: {}, set: { groups: ['x'] } }],
  };

  it('shares nothing with the analysis, the rules or an earlier result', () => {
    const freeze = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      Object.freeze(value);
      Object.values(value).forEach(freeze);
    };
    const given = structuredClone(analysis);
    freeze(given);
    freeze(rules);
    const mapping = mapper.compile(rules);
    const first = mapping.map(given).fields;
    const second = mapping.map(given).fields;
    expect(second).toEqual(first);
    for (const name of ['labels', 'nested', 'systems', 'groups']) {
      expect(first[name]).not.toBe(second[name]);
      expect(Object.isFrozen(first[name])).toBe(false);
    }
    expect(first.systems).not.toBe(given.job.affected_systems);
  });

  it('is not polluted by names such as __proto__', () => {
    const evil: Record<string, string> = JSON.parse('{"__proto__": "x", "constructor": "y"}');
    const { fields } = map({
      defaults: evil,
      fields: evil,
      customFields: { title: '__proto__' },
      valueMaps: { constructor: { high: 'v' } },
    });
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
    expect(Object.entries(fields)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });
});
