import { readdir, readFile } from 'node:fs/promises';
import { type Analysis, parseAnalysis } from '@itsm-bridge/core';

const folder = new URL('../analyses/', import.meta.url);

/** Every analysis in examples/analyses, oldest outage first. */
export async function readExamples(): Promise<readonly Analysis[]> {
  const files = (await readdir(folder)).filter(name => name.endsWith('.json')).sort();
  const texts = await Promise.all(files.map(name => readFile(new URL(name, folder), 'utf8')));
  return texts.map((text, index) => parseAnalysis(JSON.parse(text), files[index]));
}
