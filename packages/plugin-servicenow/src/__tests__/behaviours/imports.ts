import type { Fault } from '@itsm-bridge/testkit';
import { importSetOptions, throughImportSet } from '../import-desk.ts';
import { type CreateBehaviour, created, failed, warned } from './behaviour.ts';

const answer = (...result: readonly object[]): Fault['effect'] => ({
  kind: 'status',
  status: 201,
  body: { import_set: 'ISET0010001', staging_table: 'u_rca_import', result },
});
const importing = { members: throughImportSet, options: importSetOptions() };
const withoutCategory = { ...throughImportSet, defaults: { category: 'Network', u_none: 'x' } };

/** Through a staging table and its transform map. */
export const imports: readonly CreateBehaviour[] = [
  {
    what: 'inserts through an import set',
    source: 'docs: Import Set API, r_ImportSetMode',
    ...importing,
    ...created,
    holds: { short_description: 'Checkout requests time out', priority: '2' },
  },
  {
    what: 'refuses the row of an import set inside a 201',
    source: 'harness-core: its tests of import sets',
    members: throughImportSet,
    options: importSetOptions({ mandatory: ['category'] }),
    ...failed('rejected'),
    says: /category/,
  },
  {
    what: 'ignores the row of an import set inside a 201',
    source: 'docs: Import Set API, status',
    ...importing,
    post: answer({ transform_map: 'RCA', table: 'incident', status: 'ignored', status_message: 'Not a row for us' }),
    ...failed('rejected'),
    says: /Not a row for us/,
  },
  {
    what: 'answers an import set with 201 and no body',
    source: 'KB3047115 §5.2',
    ...importing,
    post: { kind: 'status', status: 201, commit: true },
    makes: 'found',
    incidents: 1,
  },
  {
    what: 'has a map that finds the incident of somebody else by its title, and writes over it',
    source: 'docs: Import Set API, coalesce',
    members: throughImportSet,
    options: {
      ...importSetOptions({ coalesce: ['u_short_description'] }),
      records: { incident: [{ short_description: 'Checkout requests time out' }] },
      now: () => Date.parse('2020-01-31T12:00:00Z'),
    },
    ...failed('rejected'),
    says: /wrote over INC0010001: no record had the key .* coalesce on correlation_id, and on nothing else/,
    incidents: 1,
  },
  {
    what: 'has one column in the staging table for two fields',
    source: 'open: the config, not the instance',
    members: { import_set: { ...throughImportSet.import_set, fields: { short_description: 'u_description' } } },
    options: importSetOptions(),
    ...failed('config'),
    says: /short_description and description would both go into the column u_description/,
  },
  {
    what: 'has no column in the staging table for a field',
    source: 'open: staging tables drop what they do not have',
    members: withoutCategory,
    options: importSetOptions(),
    ...warned('field-unknown'),
    holds: { category: 'network' },
  },
];
