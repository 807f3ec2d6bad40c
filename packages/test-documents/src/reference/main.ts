import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../pages.ts';
import { referenceFile, referencePage } from './reference-page.ts';

await writeFile(join(root, referenceFile), referencePage());
