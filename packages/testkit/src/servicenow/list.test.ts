import { describe, expect, it } from 'vitest';
import { ask, basic } from '../simulator/__fixtures__/ask.ts';
import { openInstance } from './__fixtures__/open-instance.ts';

describe('a list in pages', () => {
  const open = async () => {
    const desk = await openInstance();
    for (const impact of ['1', '2', '1', '2', '1']) await desk.incident({ impact });
    const linksOf = async (search: string) => {
      const { headers } = await desk.send(`GET incident?${search}`);
      return [...(headers.get('link') ?? '').matchAll(/sysparm_offset=(\d+)>;rel="(\w+)"/g)].map(
        ([, offset, rel]) => `${rel} ${offset}`,
      );
    };
    return { desk, linksOf };
  };

  it('says where the other pages are', async () => {
    const { desk, linksOf } = await open();
    await using _ = desk;
    expect(await linksOf('sysparm_limit=2')).toEqual(['first 0', 'next 2', 'last 4']);
    expect(await linksOf('sysparm_limit=2&sysparm_offset=2')).toEqual(['first 0', 'prev 0', 'next 4', 'last 4']);
    expect(await linksOf('sysparm_limit=2&sysparm_offset=4')).toEqual(['first 0', 'prev 2', 'last 4']);
    expect(await linksOf('sysparm_limit=9')).toEqual([]);
  });

  it('can be walked by its links, each of which keeps the query', async () => {
    const { desk } = await open();
    await using _ = desk;
    const seen: unknown[] = [];
    let path: string | undefined = 'incident?sysparm_query=impact=1&sysparm_limit=2&sysparm_fields=number';
    while (path) {
      const { body, headers } = await desk.send(`GET ${path}`);
      seen.push(body);
      path = /<[^>]*\/table\/([^>]*)>;rel="next"/.exec(headers.get('link') ?? '')?.[1];
    }
    const numbered = (...ends: number[]) => ({ result: ends.map(end => ({ number: `INC001000${end}` })) });
    expect(seen).toEqual([numbered(1, 3), numbered(5)]);
  });

  it('leaves out the count, or the links, where it is asked to', async () => {
    const { desk, linksOf } = await open();
    await using _ = desk;
    const uncounted = await desk.send('GET incident?sysparm_limit=2&sysparm_no_count=true');
    expect(uncounted.headers.get('x-total-count')).toBeNull();
    expect(await linksOf('sysparm_limit=2&sysparm_no_count=true')).toEqual(['first 0', 'next 2']);
    expect(await linksOf('sysparm_limit=2&sysparm_suppress_pagination_header=true')).toEqual([]);
  });

  it('ignores the view', async () => {
    const { desk } = await open();
    await using _ = desk;
    const { text } = await desk.send('GET incident?sysparm_view=mobile&sysparm_limit=1');
    expect(text).toContain('"number":"INC0010001"');
  });
});

describe('a query that cannot be read in part', () => {
  it.each(['corelation_id=k1', 'impact=1^caller_id.nonsense=x'])(
    'finds nothing by %s where the instance is set so',
    async query => {
      await using desk = await openInstance({ invalidQueryReturnsNoRows: true });
      await desk.incident({ impact: '1' });
      expect(await desk.rows('incident', query, 'number')).toEqual([]);
      expect(await desk.rows('incident', 'impact=1', 'number')).toHaveLength(1);
    },
  );
});

describe('a record', () => {
  it('is made without an answer where none is wanted', async () => {
    await using desk = await openInstance();
    const headers = { 'x-no-response-body': 'true', authorization: `Basic ${btoa('integration_user:sandbox')}` };
    const url = `${desk.instance.url}/api/now/table/incident`;
    const answer = await fetch(url, { method: 'POST', headers, body: '{"impact":"1"}' });
    expect(answer.status).toBe(201);
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('location')).toBe(`${url}/${desk.instance.incidents()[0]?.sys_id}`);
  });

  it('is deleted once, and its number is not given out again', async () => {
    await using desk = await openInstance();
    const path = await desk.incident();
    expect(await desk.send(`DELETE ${path}`)).toMatchObject({ status: 204, text: '' });
    expect(await desk.send(`DELETE ${path}`)).toMatchObject({ status: 404 });
    await desk.incident();
    expect(desk.instance.incidents().map(({ number }) => number)).toEqual(['INC0010002']);
  });
});

describe('a list that is filtered without a query', () => {
  const numbers = async (search: string) => {
    await using desk = await openInstance();
    await desk.incident({ impact: '1', assignment_group: '' });
    await desk.incident({ impact: '3' });
    const { body } = await desk.send(`GET incident?${search}&sysparm_fields=impact`);
    return body;
  };
  const high = { result: [{ impact: '1' }] };
  const both = { result: [{ impact: '1' }, { impact: '3' }] };

  it.each([
    ['by a value', 'impact=1', high],
    ['by what a choice shows, in any case', 'impact=1 - high', high],
    ['by several pairs', 'impact=1&active=true', high],
    ['by pairs of which one does not fit', 'impact=1&active=false', { result: [] }],
    ['by a name that is no column: by nothing', 'impakt=1', both],
    ['by a query too, which is then the only filter', 'impact=1&sysparm_query=active=true', both],
  ])('is filtered %s', async (_, search, expected) => {
    expect(await numbers(search)).toEqual(expected);
  });
});

describe('a version in the address', () => {
  it('changes nothing but that version 1 has no empty list', async () => {
    await using desk = await openInstance();
    const status = async (version: string, search: string) => {
      const path = `GET /api/now/${version}table/incident?${search}`;
      return (await ask(desk.instance.url, path, { auth: basic('integration_user', 'sandbox') })).status;
    };
    await desk.incident();
    const statuses = (search: string) => Promise.all(['', 'v2/', 'v1/', 'v3/'].map(one => status(one, search)));
    expect(await statuses('active=true')).toEqual([200, 200, 200, 400]);
    expect(await statuses('active=false')).toEqual([200, 200, 404, 400]);
  });
});
