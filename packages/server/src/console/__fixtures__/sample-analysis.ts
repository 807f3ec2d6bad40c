/** As an engine hands it in. */
export const sampleAnalysis = {
  job: { id: 'rca-2026-01-31-4', title: 'Certificate of the edge proxies expired in eu-west', severity: 'high' },
  analysis: {
    executive_summary:
      'The certificate of the edge proxies in `eu-west` expired at 07:12 UTC. **41 % of requests failed** for 38 minutes.',
    root_cause:
      'The renewal ran, and its result was never loaded:\n\n1. `edge-proxy.service` was renamed in December.\n2. The reload hook still pointed to the old unit.\n\n```\nJan 31 07:12:04 edge-proxy-03 systemd[1]: reload.service: Failed with result exit-code: Unit edge-proxy.service could not be found; the certificate of eu-west stays as it was loaded on 2025-11-02T07:12:00Z.\n```',
    impact: '| Service | Failed requests |\n|---|---|\n| checkout | 41 % |\n| search | 12 % |',
    confidence: { root_cause: 0.93, impact: 0.88 },
  },
};
