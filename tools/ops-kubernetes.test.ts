import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { drainSeconds, read, root, served } from './worker-facts.ts';

describe('ops/kubernetes', () => {
  const files = readdirSync(join(root, 'ops/kubernetes'));
  const documents = files.flatMap(file => parseAllDocuments(read(`ops/kubernetes/${file}`), { uniqueKeys: true }));
  const objects = documents.map(document => document.toJS());
  const one = (kind: string) => objects.find(object => object.kind === kind);
  const labels = one('Deployment').spec.template.metadata.labels;
  const podOf = (kind: string) => one(kind).spec.template.spec;

  it('is YAML, each object with its kind and a name', () => {
    expect(documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
    expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort()).toEqual([
      'ConfigMap itsm-config',
      'Deployment itsm-worker',
      'Job itsm-migrate-0-0-0',
      'NetworkPolicy itsm-bridge',
      'PodDisruptionBudget itsm-worker',
      'PodMonitor itsm-worker',
      'Secret itsm-secrets',
    ]);
  });

  it.each(['Deployment', 'Job'])(
    'runs the %s without rights, as the image’s user, on a file system that cannot be written',
    kind => {
      const pod = podOf(kind);
      expect(pod).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } },
      });
      expect(pod.containers).toMatchObject([
        {
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
          resources: { limits: { memory: '512Mi' } },
        },
      ]);
      expect(pod.volumes.map(({ name }: { name: string }) => name)).toEqual(
        pod.containers[0].volumeMounts.map(({ name }: { name: string }) => name),
      );
      expect(pod.volumes).toMatchObject([
        { configMap: { name: one('ConfigMap').metadata.name } },
        { secret: { secretName: one('Secret').metadata.name } },
      ]);
    },
  );

  it('probes what the worker serves, on the port that it opens to others, and lets it end', () => {
    const [{ args, ports, startupProbe, livenessProbe, readinessProbe }] = podOf('Deployment').containers;
    expect(args).toEqual(['worker', '--listen', `0.0.0.0:${ports[0].containerPort}`]);
    for (const { httpGet } of [startupProbe, livenessProbe, readinessProbe]) {
      expect(httpGet.port).toBe(ports[0].name);
      expect(served).toContain(`'${httpGet.path}'`);
    }
    expect([livenessProbe.httpGet.path, readinessProbe.httpGet.path]).toEqual(['/healthz', '/readyz']);
    expect(podOf('Deployment').terminationGracePeriodSeconds).toBeGreaterThanOrEqual(drainSeconds + 10);
  });

  it('means the same pods everywhere', () => {
    const { matchLabels } = one('Deployment').spec.selector;
    expect(labels).toMatchObject(matchLabels);
    for (const kind of ['PodDisruptionBudget', 'PodMonitor'])
      expect(one(kind).spec.selector.matchLabels).toEqual(matchLabels);
    expect(labels).toMatchObject(one('NetworkPolicy').spec.podSelector.matchLabels);
  });

  it('has every secret that its config names', () => {
    const config = one('ConfigMap').data['itsm_config.json'];
    expect(JSON.parse(config)).toHaveProperty('servicenow');
    const named = [...config.matchAll(/\$\{file:\/run\/secrets\/itsm\/(\w+)\}/g)].map(([, name]) => name);
    expect(named.sort()).toEqual(Object.keys(one('Secret').stringData).sort());
  });
});
