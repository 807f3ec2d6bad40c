import { browserRuns } from '@itsm-bridge/test-browser';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { formCases } from './__tests__/form-cases.ts';
import { liveCases } from './__tests__/live-cases.ts';
import { type OpenPages, openPages } from './__tests__/open-pages.ts';
import { reachCases } from './__tests__/reach-cases.ts';
import { safetyCases } from './__tests__/safety-cases.ts';

/** In one real browser. What the pages say is told by the other tests, everywhere. */
describe.skipIf(!browserRuns)('the console in a browser', () => {
  let opened: OpenPages;
  const pages = () => opened;
  beforeAll(async () => {
    opened = await openPages();
  });
  afterEach(() => opened.clear());
  afterAll(() => opened[Symbol.asyncDispose]());

  describe('is live:', () => liveCases(pages));
  describe('in use:', () => formCases(pages));
  describe('is safe:', () => safetyCases(pages));
  describe('is for everybody:', () => reachCases(pages));
});
