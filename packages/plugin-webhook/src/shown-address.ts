import type { WebhookSettings } from './settings.ts';

/** Where events go, for a preview: `https://hooks.example.com/services/[secret]`. */
export function shownAddress({ endpoint, secret_path }: Pick<WebhookSettings, 'endpoint' | 'secret_path'>): string {
  if (!secret_path) return endpoint;
  const [place = '', query] = endpoint.split('?');
  return `${place.replace(/\/$/, '')}/[secret]${query === undefined ? '' : `?${query}`}`;
}
