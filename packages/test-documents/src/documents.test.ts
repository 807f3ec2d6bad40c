import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { poolFor, startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CodeBlock, codeBlocks } from './code-blocks.ts';
import { type Desk, openDesk } from './open-desk.ts';
import { type Page, pages, root } from './pages.ts';
import { prepare, typeBlock } from './type-block.ts';

/** `npx pnpm@10 check:packages` runs code and tries configs, with the packages as npm has them. Diagrams have a test of their own. */
const triedElsewhere = ['ts', 'js', 'json', 'mermaid'];

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

describe.each(pages.filter(page => blocksOf(page).length > 0))('$file', page => {
  const database = page.file.toLowerCase().replaceAll(/\W+/g, '_');
  let desk: Desk;
  beforeAll(async () => {
    await query('postgres', `create database ${database}`);
    const isEmbedded = page.markdown.includes('<!-- ledger: embedded -->');
    desk = await openDesk(isEmbedded ? undefined : postgres.url(database));
  });
  afterAll(() => desk[Symbol.asyncDispose]());

  for (const block of blocksOf(page)) {
    const { at, given, language, notRun, notes, text } = block;
    const { file, 'as in': whole } = notes;
    if (notRun) it.skip(`${at}: ${notRun}`, () => {});
    else if (file) it(`${at} is ${file}`, () => write(join(desk.folder, file), text));
    else if (whole) it(`${at} is in ${whole}`, () => isIn(whole, block));
    else if (language === 'console') it(at, () => typeBlock(desk.bash, block));
    else if (language === 'sql') it(at, () => prepare(desk.bash, given).then(() => query(database, text)));
    else it(`${at} says how it is tried`, () => expect(language).toBe('text'));
  }
});

function blocksOf({ file, markdown }: Page): readonly CodeBlock[] {
  const isOurs = ({ language, notes }: CodeBlock) =>
    'file' in notes || 'as in' in notes || !triedElsewhere.includes(language);
  return codeBlocks(file, markdown).filter(isOurs);
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** An excerpt, whatever its indentation. */
function isIn(file: string, { text }: CodeBlock): void {
  const squeezed = (code: string) =>
    code
      .split('\n')
      .map(line => line.trim())
      .join('\n');
  expect(squeezed(readFileSync(join(root, file), 'utf8'))).toContain(squeezed(text).trim());
}

async function query(database: string, sql: string): Promise<void> {
  const pool = poolFor({ connectionString: postgres.url(database) });
  await pool.query(sql).finally(() => pool.end());
}
