import { createPostgresLedger } from '@itsm-bridge/postgres';
import { type Office, openOffice } from './open-office.ts';

/** Approves a dry run, and is killed once that is decided: before anything is sent. */
const [url = '', office = '{}', id = '0'] = process.argv.slice(2);
const ledger = await createPostgresLedger({ url });
const { decide } = ledger.dryRuns;
Object.assign(ledger.dryRuns, {
  async decide(...given: Parameters<typeof decide>) {
    await decide(...given);
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => {});
  },
});
const itsm = await openOffice(JSON.parse(office) as Office, ledger);
await itsm.approveRehearsal(BigInt(id), { by: 'anna' });
