import type { WorkLane } from '@itsm-bridge/core';
import type { Topic } from '../news/news.ts';
import { queueName } from './queue-name.ts';

/** What whoever works on a lane listens for. */
export const topicOf = (lane: WorkLane): Topic => `queue ${queueName(lane)}`;
