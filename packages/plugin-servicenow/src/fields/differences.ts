import type { Fields, Warning } from '@itsm-bridge/core';
import type { ServiceNowRecord } from '../create/ticket-ref.ts';
import { notEmptied } from './not-emptied.ts';
import { readBack } from './read-back.ts';

/** What the instance made of the fields of a change, the emptied ones too. */
export const differences = (sent: Fields, stored: ServiceNowRecord): readonly Warning[] => [
  ...readBack(sent, stored),
  ...notEmptied(sent, stored),
];
