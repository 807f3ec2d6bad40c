import http from 'node:http';
import https from 'node:https';
import type { HttpsOptions } from './https-options.ts';

/** A certificate that nobody signed is let through here: what it opens is the platform's own matter. */
export const createServer = (secure: HttpsOptions | undefined): http.Server =>
  secure ? https.createServer({ ...secure, requestCert: true, rejectUnauthorized: false }) : http.createServer();
