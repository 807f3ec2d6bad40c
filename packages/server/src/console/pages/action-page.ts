import type { DeliveryRecord } from '@itsm-bridge/core';
import { h } from 'hastscript';
import { facts } from '../../page/facts.ts';
import type { Page } from '../../page/page-html.ts';
import { statusBadge } from '../../page/status-badge.ts';
import { at, type View } from '../../page/view.ts';
import type { Action } from '../actions.ts';
import { confirmPage, reasonField, ticketField } from './confirm-page.ts';

export interface ActionData {
  readonly action: Action;
  readonly record: DeliveryRecord;
  readonly problem?: string;
  /** As they were given. */
  readonly ticket?: string;
  readonly reason?: string;
}

/** Asks whether something is to be done with a delivery. */
export function actionPage(view: View, { action, record, problem, ticket, reason }: ActionData): Page {
  const { key, title, jobId, integration, status, error } = record;
  const here = at(view, `/deliveries/${encodeURIComponent(key)}`);
  return confirmPage(view, {
    title: `${action.words}?`,
    place: 'deliveries',
    action: `${here}/${action.name}`,
    back: here,
    words: action.words,
    isGrave: action.isGrave,
    problem,
    about: [
      h('h2', title ?? jobId),
      facts([
        { label: 'Integration', value: integration },
        { label: 'Job', value: jobId },
        { label: 'Status', value: statusBadge(status) },
        { label: 'Error', value: error?.message },
      ]),
      h('p', action.will),
    ],
    fields: [
      ...(action.name === 'reject' ? [reasonField(reason)] : []),
      ...(action.name === 'link' ? [ticketField(ticket)] : []),
    ],
  });
}
