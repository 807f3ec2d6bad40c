import type { Connected } from '../connected.ts';
import { failureOf } from '../send/failure-of.ts';
import type { IntegrationCheck } from './check-offline.ts';

/** Whether the TLS files of an integration can be used. One without any is not told of. */
export async function checkCertificates({ integration }: Connected): Promise<readonly IntegrationCheck[]> {
  const { name, transport } = integration;
  if (Object.keys(transport.tls).length === 0) return [];
  const step = 'certificates';
  try {
    // Whoever has no such files does not load what reads them.
    const { secureContextOf } = await import('../send/wire/secure-context-of.ts');
    secureContextOf(transport.tls);
    return [{ integration: name, step, ok: true, detail: 'The files of tls can be used.' }];
  } catch (error) {
    const detail = failureOf(error, 'config').message;
    return [{ integration: name, step, ok: false, detail, hint: 'Mend the file that tls names there.' }];
  }
}
