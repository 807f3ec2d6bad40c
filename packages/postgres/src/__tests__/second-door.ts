import type { LedgerUnderTest } from '@itsm-bridge/testkit';
import type { Pool } from 'pg';

/** The rows themselves, read and moved in time over connections that are not the ledger's. */
export const secondDoor = (pool: Pool): Pick<LedgerUnderTest, 'now' | 'pass' | 'probe'> => ({
  now: () => new Date(),
  pass: async ms => {
    const times = [
      'claimed_at',
      'lease_until',
      'not_before',
      'doubt_from',
      'doubt_until',
      'twins_due',
      'follow_ups_due',
    ];
    times.push('created_at', 'updated_at');
    const moved = times.map(time => `${time} = ${time} - $1 * interval '1 millisecond'`);
    await pool.query(`update itsm.deliveries set ${moved.join(', ')}`, [ms]);
    const ago = `- $1 * interval '1 millisecond'`;
    const lists = ['trips', 'admitted'].map(list => `${list} = array(select at ${ago} from unnest(${list}) as at)`);
    const laneTimes = ['breaker_at', 'breaker_until', 'probe_until', 'slot_at'].map(time => `${time} = ${time} ${ago}`);
    await pool.query(`update itsm.lanes set ${[...lists, ...laneTimes].join(', ')}`, [ms]);
    const changeTimes = ['lease_until', 'doubt_from', 'doubt_until', 'created_at', 'updated_at'].map(
      time => `${time} = ${time} ${ago}`,
    );
    await pool.query(`update itsm.changes set ${changeTimes.join(', ')}`, [ms]);
    await pool.query(`update itsm.dry_runs set created_at = created_at ${ago}`, [ms]);
    await pool.query(`update itsm.audit set at = at ${ago}`, [ms]);
    const restores = ['restored_at', 'look_until'].map(time => `${time} = ${time} ${ago}`);
    await pool.query(`update itsm.restores set ${restores.join(', ')}`, [ms]);
    const { rows } = await pool.query(`select to_regclass('itsm_queue.job') is not null as queue`);
    if (rows[0].queue) await pool.query(`update itsm_queue.job set start_after = start_after ${ago}`, [ms]);
  },
  probe: {
    events: async key => {
      const { rows } = await pool.query('select id, type, at, data from itsm.events where key = $1 order by id', [key]);
      return rows.map(({ id, type, at, data }) => ({ id: BigInt(id), type, at, payload: data.payload }));
    },
    dryRunPayloads: async key => {
      const { rows } = await pool.query('select payload from itsm.dry_runs where key = $1 order by id', [key]);
      return rows.map(row => row.payload);
    },
    ticketCreated: async jobId => {
      const { rows } = await pool.query('select ticket_created from itsm.jobs where job_id = $1', [jobId]);
      return rows[0]?.ticket_created ?? false;
    },
  },
});
