import { openEmbeddedLedger } from '../open-embedded-ledger.ts';
import { claimed, newDelivery, settlementOf } from './samples.ts';

/** A process that opens the folder of its first argument, settles one delivery, prints its key, and stays. */
const [, , dir = '.itsm'] = process.argv;
const ledger = await openEmbeddedLedger({ dir });
const delivery = newDelivery();
await ledger.settle(await claimed(ledger, delivery), settlementOf(delivery));
process.stdout.write(`${delivery.key}\n`);
