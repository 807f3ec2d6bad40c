import { expect, it } from 'vitest';
import { exemptFrom } from './exempt-from.ts';

it.each([
  ['*', 'https://itsm.example.com'],
  ['itsm.example.com', 'https://itsm.example.com'],
  ['ITSM.Example.com', 'https://itsm.example.com'],
  ['other.example.com, itsm.example.com', 'https://itsm.example.com'],
  ['other.example.com itsm.example.com', 'https://itsm.example.com'],
  ['itsm.example.com:443', 'https://itsm.example.com'],
  ['itsm.example.com:8443', 'https://itsm.example.com:8443'],
  ['.example.com', 'https://itsm.example.com'],
  ['*.example.com', 'https://itsm.example.com'],
  ['*example.com', 'https://itsm.example.com'],
  ['10.1.2.3', 'https://10.1.2.3'],
  ['10.0.0.0/8', 'https://10.1.2.3'],
  ['[fd00::1]', 'https://[fd00::1]'],
  ['fd00::1', 'https://[fd00::1]'],
  ['[fd00::1]:443', 'https://[fd00::1]'],
  ['fd00::/8', 'https://[fd00::1]'],
])('%s exempts %s', (noProxy, address) => {
  expect(exemptFrom(noProxy, new URL(address))).toBe(true);
});

it.each([
  ['', 'https://itsm.example.com'],
  [',', 'https://itsm.example.com'],
  ['example.com', 'https://itsm.example.com'],
  ['.example.com', 'https://example.com'],
  ['itsm.example.com:8443', 'https://itsm.example.com'],
  ['tsm.example.com', 'https://itsm.example.com'],
  ['10.0.0.0/8', 'https://11.1.2.3'],
  ['10.0.0.0/8', 'https://itsm.example.com'],
  ['10.0.0.0/64', 'https://10.1.2.3'],
  ['10.0.0.0/x', 'https://10.1.2.3'],
  ['nonsense/8', 'https://10.1.2.3'],
  ['fd00::/8', 'https://10.1.2.3'],
])('"%s" does not exempt %s', (noProxy, address) => {
  expect(exemptFrom(noProxy, new URL(address))).toBe(false);
});
