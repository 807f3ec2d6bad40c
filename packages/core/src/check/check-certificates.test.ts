import { expect, it } from 'vitest';
import { connectedTo, integration } from '../__tests__/samples.ts';
import { scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { selfSignedCertificate } from '../__tests__/self-signed-certificate.ts';
import type { Transport } from '../contracts.ts';
import { checkCertificates } from './check-certificates.ts';

const stepsFor = (tls: Transport['tls']) => {
  const connected = connectedTo(scriptedAdapter({}));
  return checkCertificates({
    ...connected,
    integration: { ...integration, transport: { ...integration.transport, tls } },
  });
};
const { cert, key } = selfSignedCertificate();

it('says that the files can be used', () => {
  expect(stepsFor({ ca: cert, cert, key })).toEqual([
    { integration: 'servicenow', step: 'certificates', ok: true, detail: 'The files of tls can be used.' },
  ]);
});

it('names the file that cannot', () => {
  expect(stepsFor({ ca: cert, cert, key: 'no key' })).toEqual([
    {
      integration: 'servicenow',
      step: 'certificates',
      ok: false,
      detail: 'tls.key cannot be used (unsupported); accepted is a key as PEM, without a passphrase.',
      hint: 'Mend the file that tls names there.',
    },
  ]);
});

it('says nothing where there are none', () => {
  expect(stepsFor({})).toEqual([]);
});
