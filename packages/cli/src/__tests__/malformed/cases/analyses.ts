import {
  analysisFile,
  configFile,
  type FileContent,
  folder,
  inAnalysis,
  type MalformedCase,
  type Topic,
} from '../malformed-case.ts';
import { sound } from '../sound-files.ts';

const line = (id: string, more = '') =>
  `{"job":{"id":"${id}","title":"Checkout","severity":"high"${more}},"analysis":{}}`;
const lines = (what: string, content: FileContent): MalformedCase => ({
  what,
  args: ['create', 'analyses/all.jsonl'],
  files: { 'analyses/all.jsonl': content },
});
const file = (what: string, content: FileContent): MalformedCase => ({
  what,
  args: ['create', analysisFile],
  files: { [analysisFile]: content },
});
const piped = (what: string, stdin: string): MalformedCase => ({ what, args: ['create', '-'], stdin });

export const analyses: Topic = {
  name: 'analyses',
  title: 'Analyses',
  about: 'Every problem of every file is told at once, and nothing of a file with a mistake is sent.',
  cases: [
    inAnalysis('no id', '"id": "abc123",\n    ', ''),
    inAnalysis('an id that is a number', '"abc123"', '123'),
    inAnalysis('an id that is empty', '"abc123"', '"  "'),
    inAnalysis('an id that is null', '"abc123"', 'null'),
    inAnalysis('a misspelt member that has to be there', '"title"', '"titel"'),
    inAnalysis('a misspelt job', '"job"', '"Job"'),
    inAnalysis('a title that is a list', '"Checkout requests time out"', '["Checkout"]'),
    inAnalysis('a severity that is none', '"high"', '"urgent"'),
    inAnalysis('a severity that is a number', '"high"', '2'),
    inAnalysis('a severity that is a novel', '"high"', `"${'high '.repeat(20_000)}"`),
    inAnalysis('no severity', '"severity": "high",\n    ', ''),
    inAnalysis('a url that is a number', '"https://rca.example.com/jobs/abc123"', '7'),
    inAnalysis('an analysis that is a text', /\{\n {4}"root_cause"[^}]+\}/, '"Connection pool exhausted"'),
    inAnalysis('an analysis that is a list', /\{\n {4}"root_cause"[^}]+\}/, '["Connection pool exhausted"]'),
    inAnalysis('a report that is a text', /\{ "format".*\}/, '"# Checkout"'),
    inAnalysis('a report of a format that there is not', '"markdown"', '"pdf"'),
    inAnalysis('a report without content', '"content"', '"text"'),
    inAnalysis('a fingerprint that is a list', '"pool-exhausted"', '["pool"]'),
    file(
      'three mistakes at once',
      '{\n  "job": { "title": "", "severity": "urgent" },\n  "report": { "format": "pdf", "content": 7 }\n}\n',
    ),
    inAnalysis('a mistake in the JSON', '"abc123",', '"abc123"'),
    file('an empty file', ''),
    file('a list of analyses', `[\n  ${line('a')},\n  ${line('b')}\n]\n`),
    file('a text', '"abc123"\n'),
    file('null', 'null\n'),
    file('the config in place of an analysis', sound[configFile]),
    file('a file that is not there', null),
    file('a folder', folder),
    file('UTF-16 of PowerShell', Buffer.from(`\ufeff${sound[analysisFile]}`, 'utf16le')),
    file('a gzip file', Buffer.from('1f8b0800000000000003abae05004f6f2a8b02000000', 'hex')),
    file('Latin-1', Buffer.from(sound[analysisFile].replace('Connection', 'Störung'), 'latin1')),
    file('a name twice', sound[analysisFile].replace('"title"', '"id"')),
    file('nested a thousand levels deep', `{ "job": ${'['.repeat(1000)}${']'.repeat(1000)} }\n`),
    lines('one bad line among good ones', `${line('a')}\n${line('b')}\n${line('c').slice(0, 30)}\n${line('d')}\n`),
    lines(
      'three bad lines, of three kinds',
      `${line('a').replace('high', 'urgent')}\n${line('b')}\n${line('c').slice(0, 30)}\n[]\n`,
    ),
    lines('a thousand bad lines', `${line('a').replace('high', 'urgent')}\n`.repeat(1000)),
    lines('a file without a line', '\n\n'),
    lines('an analysis over several lines in a .jsonl', sound[analysisFile]),
    lines('two analyses in one line', `${line('a')}${line('b')}\n`),
    lines('a comma behind each line', `${line('a')},\n${line('b')},\n`),
    lines('two analyses of one job that differ', `${line('a')}\n${line('b')}\n${line('a', ',"team":"x"')}\n`),
    {
      what: 'two files of one job that differ',
      args: ['create', analysisFile, 'analyses/again.json'],
      files: { 'analyses/again.json': `${line('abc123')}\n` },
    },
    { what: 'a name that is misspelt', args: ['create', 'analyses/abc132.json'] },
    { what: 'the folder of analyses', args: ['create', 'analyses'] },
    { what: 'a pattern that the shell left as it is', args: ['create', 'analysis/*.json'] },
    {
      what: 'two files that are not there and one that is wrong',
      args: ['preview', 'a.json', 'b.json', 'c.json'],
      files: { 'c.json': '{}\n' },
    },
    piped('nothing on standard input', ''),
    piped('a mistake on standard input', '{ "job": { "id": "a" \n'),
    piped('an analysis without id on standard input', '{ "job": { "title": "x", "severity": "low" } }\n'),
    piped('an error page on standard input', '<html>502 Bad Gateway</html>\n'),
    { what: 'a sample for check that is no analysis', args: ['check', '--sample', configFile] },
    { what: 'a sample for check that is not there', args: ['check', '--sample', 'sample.json'] },
  ],
};
