import { describe, expect, it } from 'vitest';
import { bareLinksIn } from './bare-links.ts';

const linksIn = (text: string) =>
  bareLinksIn(text).map(link => (link.url === link.text ? link.url : [link.text, link.url]));

describe('bareLinksIn', () => {
  it('finds web and mail addresses in order, one inside the other once', () => {
    expect(linksIn('ops@a.example, http://u@b.example:8080/x_y?z=1#f and (www.c.example).')).toEqual([
      ['ops@a.example', 'mailto:ops@a.example'],
      'http://u@b.example:8080/x_y?z=1#f',
      ['www.c.example', 'http://www.c.example'],
    ]);
    expect(linksIn('ops@www.a.example/b')).toEqual([['ops@www.a.example', 'mailto:ops@www.a.example']]);
  });

  it.each([
    ['http://localhost:9090/graph', 'http://localhost:9090/graph'],
    ['https://münchen.example/ä', 'https://münchen.example/ä'],
    ['https://x.example/a_(b)_c)', 'https://x.example/a_(b)_c'],
    ['https://x.example/a!?*_~"\'', 'https://x.example/a'],
    ['https://x.example/?a=b&amp;', 'https://x.example/?a=b'],
    ['https://x.example/?a=b&c;', 'https://x.example/?a=b'],
    ['https://x.example<br>', 'https://x.example'],
    ['HTTPS://X.example', 'HTTPS://X.example'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
  ])('reads %s as %s', (text, url) => {
    expect(linksIn(text)).toEqual([url]);
  });

  it.each([
    'deploy.sh main.rs x.example //x.example ftp://x.example tel:1 xmpp:a@b.example',
    'www. www.. https:// http://_ https://a_b.c xhttps://x.example',
    '@here a@b a@b.c- user@host_ a@@b.c /etc/a@b.example',
  ])('finds none in %s', text => {
    expect(linksIn(text)).toEqual([]);
  });

  it('takes an address of any length', () => {
    const long = `https://x.example/${'a'.repeat(100_000)}`;
    expect(linksIn(`(${long}${')'.repeat(100_000)}`)).toEqual([long]);
  });
});
