import type { Fields } from '@itsm-bridge/core';
import { labelsOf } from '../fields/lists.ts';

/** New labels replace all there are: the marker stays among them. */
export const labelsWith = ({ labels }: Fields, key: string): Fields =>
  labels === undefined ? {} : { labels: [...labelsOf(labels), key] };
