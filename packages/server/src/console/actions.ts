import type { DeliveryRecord, DeliveryStatus } from '@itsm-bridge/core';

export const actionNames = ['approve', 'replay', 'reject', 'link'] as const;
export type ActionName = (typeof actionNames)[number];

export interface Action {
  readonly name: ActionName;
  /** Of the button. */
  readonly words: string;
  /** What will happen, in the words of the page that asks. */
  readonly will: string;
  readonly isGrave: boolean;
}

type Status = Pick<DeliveryRecord, 'status' | 'error' | 'platform' | 'integration'>;

const open: Readonly<Record<ActionName, readonly DeliveryStatus[]>> = {
  approve: ['needs_review'],
  replay: ['failed', 'unknown', 'pending'],
  reject: ['needs_review', 'failed'],
  link: ['needs_review', 'failed', 'unknown', 'pending'],
};

/** What a person can do with a delivery as it stands; undefined: nothing of that name. */
export function actionOf(name: string, record: Status): Action | undefined {
  const { status, error } = record;
  const known = actionNames.find(each => each === name);
  if (!known || !open[known].includes(status)) return;
  if (known === 'reject' && error?.kind === 'discarded') return;
  return { name: known, ...tell(known, record) };
}

function tell(name: ActionName, { status, platform, integration }: Status): Omit<Action, 'name'> {
  const looksFirst = `${platform} is asked first whether the ticket is there.`;
  switch (name) {
    case 'approve':
      return {
        words: 'Approve',
        will: `${looksFirst} If it is not found, it is created through ${integration}.`,
        isGrave: false,
      };
    case 'replay':
      return {
        words: status === 'pending' ? 'Send now' : status === 'unknown' ? 'Look now' : 'Send again',
        will:
          status === 'unknown'
            ? `${looksFirst} If it is not found and no request can still be on its way, it is sent again.`
            : `The analysis is sent to ${platform} through ${integration}, as it was handed in. An earlier request that was left in doubt is looked for first.`,
        isGrave: false,
      };
    case 'reject':
      return {
        words: status === 'failed' ? 'Discard' : 'Reject',
        will:
          status === 'failed'
            ? 'Nothing more is sent, and it is no dead letter any more. A person can still send it again.'
            : 'Nothing more is sent: the delivery has failed, with your reason. A person can still send it again.',
        isGrave: true,
      };
    case 'link':
      return {
        words: 'Link a ticket',
        will: `The ticket is read on ${platform}. If it is there, the delivery has it from then on, and nothing is sent.`,
        isGrave: false,
      };
  }
}

/** All that a person can do with it. */
export const actionsFor = (record: Status): readonly Action[] =>
  actionNames.flatMap(name => actionOf(name, record) ?? []);
