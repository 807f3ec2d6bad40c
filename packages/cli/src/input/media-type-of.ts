import { extname } from 'node:path';

/** What an incident's evidence is made of; whatever is not among it is bytes to the platform, which looks at the name. */
const types: Readonly<Record<string, string>> = {
  ...{ '.csv': 'text/csv', '.html': 'text/html', '.log': 'text/plain', '.md': 'text/markdown', '.txt': 'text/plain' },
  ...{ '.gif': 'image/gif', '.jpeg': 'image/jpeg', '.jpg': 'image/jpeg', '.png': 'image/png', '.svg': 'image/svg+xml' },
  ...{ '.gz': 'application/gzip', '.json': 'application/json', '.pdf': 'application/pdf', '.zip': 'application/zip' },
};

export const mediaTypeOf = (name: string): string => types[extname(name).toLowerCase()] ?? 'application/octet-stream';
