import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../analysis.ts';
import type { Json } from '../../contracts/json.ts';
import { ItsmError } from '../../itsm-error.ts';
import { createRenderer } from '../create-renderer.ts';

const analysis: Analysis = {
  job: { id: '7', title: 'T "quoted"', severity: 'low', url: 'https://rca.example.com/7' },
  analysis: {
    summary: 'One.\n\n- a\n- **b**',
    lines: 'l1\nl2\n\nl4\n',
    list: ['x', 'y'],
    empty: '',
    evil: '"}]},{"type":"rule"},{{ job.id }} {job.id}',
  },
};

const text = (value: string, marks?: Json): Json => ({ type: 'text', text: value, ...(marks ? { marks } : {}) });
const paragraph = (...content: Json[]): Json => ({ type: 'paragraph', content });
const hardBreak = { type: 'hardBreak' };
const strong = [{ type: 'strong' }];

function render(...content: Json[]) {
  const source = JSON.stringify({ type: 'doc', version: 1, content }, null, 2);
  const { body, warnings } = createRenderer()
    .compile({ file: 't.adf.json', text: source, format: 'adf' })
    .render(analysis);
  if (body.kind !== 'adf') throw new Error('not ADF');
  const { doc } = body;
  return {
    doc,
    warnings,
    nodes: typeof doc === 'object' && doc !== null && 'content' in doc ? doc.content : undefined,
  };
}

describe('a paragraph whose only text is one placeholder', () => {
  it.each(['{analysis.summary}', '{{ analysis.summary }}', ' {{ analysis.summary | trim }} '])(
    '%s is blocks',
    placeholder => {
      expect(render(paragraph(text(placeholder))).nodes).toMatchObject([
        {
          type: 'root',
          children: [
            { type: 'paragraph', children: [{ type: 'text', value: 'One.' }] },
            { type: 'list', children: [{ type: 'listItem' }, { type: 'listItem' }] },
          ],
        },
      ]);
    },
  );

  it('is bullets for a list, wherever the paragraph stands', () => {
    const item = { type: 'listItem', content: [paragraph(text('{analysis.list}'))] };
    const { doc } = render({ type: 'bulletList', content: [item] });
    expect(doc).toMatchObject({ content: [{ content: [{ type: 'listItem', content: [{ type: 'root' }] }] }] });
    expect(JSON.stringify(doc)).not.toContain('position');
  });

  it('is an empty paragraph for nothing', () => {
    expect(render(paragraph(text('{analysis.empty}')), paragraph(text('{analysis.gone}'))).nodes).toEqual([
      { type: 'paragraph' },
      { type: 'paragraph' },
    ]);
  });

  it('stays inline with marks, with more text or with a second placeholder', () => {
    const { nodes } = render(
      paragraph(text('{analysis.list}', strong)),
      paragraph(text('Systems: {analysis.list}')),
      paragraph(text('{job.id}{job.id}')),
    );
    expect(nodes).toEqual([paragraph(text('x, y', strong)), paragraph(text('Systems: x, y')), paragraph(text('77'))]);
  });
});

describe('elsewhere a value is inline text', () => {
  it('with hard breaks for line breaks, between texts with the same marks', () => {
    const heading = { type: 'heading', attrs: { level: 2 } };
    expect(render({ ...heading, content: [text('A {analysis.lines}', strong), text('!')] }).nodes).toEqual([
      {
        ...heading,
        content: [
          text('A l1', strong),
          hardBreak,
          text('l2', strong),
          hardBreak,
          hardBreak,
          text('l4', strong),
          text('!'),
        ],
      },
    ]);
  });

  it('with its line breaks in a code block, where no hard break may be', () => {
    const code = { type: 'codeBlock', attrs: { language: 'sh' } };
    expect(render({ ...code, content: [text('{analysis.lines}')] }).nodes).toEqual([
      { ...code, content: [text('l1\nl2\n\nl4')] },
    ]);
  });

  it('and no node where there is no text', () => {
    const { nodes, warnings } = render(
      paragraph(text('a'), text('{analysis.empty}')),
      { type: 'heading', attrs: { level: 1 }, content: [text('{analysis.empty}')] },
      paragraph(text('{analysis.gone}', strong), text('{analysis.gone}')),
    );
    expect(nodes).toEqual([paragraph(text('a')), { type: 'heading', attrs: { level: 1 } }, { type: 'paragraph' }]);
    expect(warnings).toHaveLength(1);
  });

  it('that cannot break the structure', () => {
    expect(render(paragraph(text('x {analysis.evil}'))).nodes).toEqual([
      paragraph(text('x "}]},{"type":"rule"},{{ job.id }} {job.id}')),
    ]);
  });

  it('in attributes and marks too', () => {
    const link = [{ type: 'link', attrs: { href: '{job.url}', title: '{{ job.title }}' } }];
    const card = { type: 'blockCard', attrs: { url: '{job.url}?{analysis.list}' } };
    expect(render(paragraph(text('open', link)), card).nodes).toEqual([
      paragraph(text('open', [{ type: 'link', attrs: { href: 'https://rca.example.com/7', title: 'T "quoted"' } }])),
      { type: 'blockCard', attrs: { url: 'https://rca.example.com/7?x, y' } },
    ]);
  });
});

describe('the document', () => {
  it('is kept exactly where it holds no placeholder', () => {
    const nodes: Json[] = [
      paragraph(),
      { type: 'rule' },
      paragraph(text('a\n{b} { job.id }'), text('')),
      { type: 'panel', attrs: { panelType: 'info', nested: [1, null, true] }, content: [paragraph(text('x'))] },
    ];
    expect(render(...nodes).doc).toEqual({ type: 'doc', version: 1, content: nodes });
  });

  it('names the place of a variable that is not there', () => {
    expect(render(paragraph(text('a {analysis.gone}'))).warnings).toEqual([
      { code: 'undefined-variable', message: 't.adf.json:10:22: analysis.gone is not in the analysis' },
    ]);
  });
});

describe('mistakes are found by compile', () => {
  const doc = (content: string) => `{"type": "doc", "version": 1, "content": [\n${content}]}`;

  it.each([
    ['{"type": "doc",\n "version" 1}', /^t\.adf\.json:2:12: expected a colon, found "1"/],
    ['{"type": "doc",\n ...}', /^t\.adf\.json:2:2: expected a name in double quotes, found "\."/],
    ['{"type": "doc"', /^t\.adf\.json:1:15: expected a comma or "}", found the end of the file/],
    ['{"a": "x\n"}', /^t\.adf\.json:1:7: a text that is not closed on its line/],
    ['[1,]', /^t\.adf\.json:1:3: a comma before "\]"/],
    ['{"type": "doc", "type": "doc"}', /^t\.adf\.json:1:17: this name stands twice/],
    ['['.repeat(1000), /^t\.adf\.json:1:101: is nested more than 100 levels deep/],
    ['[]', /^t\.adf\.json: an ADF template is \{"type": "doc"/],
    ['{"type": "doc", "version": 2, "content": []}', /^t\.adf\.json: an ADF template is/],
    ['{"type": "doc", "version": 1}', /^t\.adf\.json: an ADF template is/],
    [doc('null'), /^t\.adf\.json:2:1: a node in "content" is an object with a text "type"; found null$/],
    [doc('{"type": "rule"},\n  "bare"'), /^t\.adf\.json:3:3: a node in "content" .* found a text$/],
    [doc('{"type": 1}'), /^t\.adf\.json:2:1: a node in "content" .* this one has none$/],
    [doc('{"content": []}'), /^t\.adf\.json:2:1: a node in "content" .* this one has none$/],
    [doc('{"type": "panel", "content": {}}'), /^t\.adf\.json:2:30: "content" is a list of nodes; found an object$/],
    [doc('{"type": "panel", "content": null}'), /^t\.adf\.json:2:30: "content" is a list of nodes; found null$/],
    [
      doc('{"type": "panel", "content": [{"type": "paragraph", "content": [[]]}]}'),
      /^t\.adf\.json:2:65: .* found a list$/,
    ],
    [doc('{"type": "text", "text": "x", "content": [7]}'), /^t\.adf\.json:2:43: .* found a number$/],
    [doc('{"type": "text", "text": "{{ job.id"}'), /^t\.adf\.json:2:27: expected "}}"/],
    [doc('{"type": "text", "text": "ab {{ job.constructor }}"}'), /^t\.adf\.json:2:37: "constructor"/],
  ])('%j', (source, message) => {
    let thrown: unknown;
    try {
      createRenderer().compile({ file: 't.adf.json', text: source, format: 'adf' });
    } catch (error) {
      thrown = error;
    }
    expect(ItsmError.is(thrown) && thrown.kind).toBe('template');
    expect(thrown).toHaveProperty('message', expect.stringMatching(message));
  });
});
