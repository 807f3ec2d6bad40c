import { type Clock, type Kept, keepFor } from '@itsm-bridge/core';
import type { Connection } from '../site/connection.ts';
import { type CreateScreen, readScreen } from './read-screen.ts';

/** An admin who adds a required field is noticed within that. */
const freshMs = 600_000;

/** The screen, read once for ten minutes of deliveries. What does not fit it may fit the one of now. */
export type KeptScreen = Kept<CreateScreen>;

export const keepScreen = (connection: Connection, clock: Pick<Clock, 'now'>): KeptScreen =>
  keepFor(signal => readScreen(connection, signal), { clock, freshMs });
