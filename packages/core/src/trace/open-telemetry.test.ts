import * as api from '@opentelemetry/api';
import { expect, it } from 'vitest';
import { hostSdk } from '../__tests__/host-sdk.ts';
import { openTelemetry } from './open-telemetry.ts';

it('takes the API up whenever the host registers an SDK, and not before', () => {
  const sdk = hostSdk();
  expect(openTelemetry()?.trace.getActiveSpan()).toBe(undefined);
  sdk.start();
  const found = openTelemetry();
  sdk.stop();
  expect(found?.SpanKind).toEqual(api.SpanKind);
});
