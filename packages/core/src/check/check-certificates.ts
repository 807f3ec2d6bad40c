import type { Connected } from '../connected.ts';
import { failureOf } from '../send/failure-of.ts';
import { secureContextOf } from '../send/wire/secure-context-of.ts';
import type { IntegrationCheck } from './check-offline.ts';

/** Whether the TLS files of an integration can be used. One without any is not told of. */
export function checkCertificates({ integration }: Connected): readonly IntegrationCheck[] {
  const { name, transport } = integration;
  if (Object.keys(transport.tls).length === 0) return [];
  const step = 'certificates';
  try {
    secureContextOf(transport.tls);
    return [{ integration: name, step, ok: true, detail: 'The files of tls can be used.' }];
  } catch (error) {
    const detail = failureOf(error, 'config').message;
    return [{ integration: name, step, ok: false, detail, hint: 'Mend the file that tls names there.' }];
  }
}
