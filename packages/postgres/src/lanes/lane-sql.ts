/** One statement for each thing that happens to a lane. $1 is the environment, $2 the integration; every time is the database's. */
export const laneSql = (schema: string) => {
  const put = (set: string, insert: { readonly columns: string; readonly values: string }, where = '') => `
insert into "${schema}".lanes as l (environment, integration, ${insert.columns}) values ($1, $2, ${insert.values})
on conflict (environment, integration) do update set ${set}${where}`;
  const recent = (column: string) =>
    `array(select at from unnest(${column}) as at where at > now() - interval '1 hour' order by at)`;
  const ms = (parameter: string) => `${parameter}::double precision * interval '1 millisecond'`;
  // What had waited for the lane is due; what the platform asked to wait for is not. One that a host has locked keeps its time:
  // a lane that waits for a host's transaction would be closed for all as long as that is open.
  const release = (open: string) => `
with opened as (${open} returning environment, integration),
held as (
  select d.key from "${schema}".deliveries as d join opened using (environment, integration)
  where d.status in ('pending', 'unknown') and d.error ->> 'kind' = 'held'
  for update of d skip locked)
update "${schema}".deliveries as d set not_before = null from held where d.key = held.key`;
  const clearBreaker = 'breaker_at = null, breaker_until = null, breaker_error = null, probe_until = null';

  return {
    // `slot_at` begins at -infinity, from which PostgreSQL subtracts nothing before 17.
    state: `
select paused_at, paused_error, breaker_at, breaker_until, breaker_error,
       (extract(epoch from greatest(slot_at, now()) - now()) * 1000)::double precision as slot_in_ms
from "${schema}".lanes where environment = $1 and integration = $2`,
    pause: put('paused_at = now(), paused_error = excluded.paused_error', {
      columns: 'paused_at, paused_error',
      values: 'now(), $3::jsonb',
    }),
    resume: release(`update "${schema}".lanes set paused_at = null, paused_error = null, ${clearBreaker}
      where environment = $1 and integration = $2`),
    /** $3 error, $4 baseMs, $5 maxMs. Requests that fail together are one opening, however many tell of it. */
    trip: put(
      `breaker_at = coalesce(l.breaker_at, now()),
  breaker_until = greatest(l.breaker_until, now() + least(${ms('$5')},
    ${ms('$4')} * case when ${isOpen} then 1 else power(2, least(cardinality(${recent('l.trips')}), 30)) end)),
  breaker_error = excluded.breaker_error,
  trips = ${recent('l.trips')} || case when ${isOpen} then array[]::timestamptz[] else array[now()] end,
  probe_until = null`,
      {
        columns: 'breaker_at, breaker_until, breaker_error, trips',
        values: `now(), now() + least(${ms('$4')}, ${ms('$5')}), $3::jsonb, array[now()]`,
      },
    ),
    /** $3 leaseMs. */
    beginProbe: `
update "${schema}".lanes set probe_until = now() + ${ms('$3')}
where environment = $1 and integration = $2 and breaker_until <= now() and coalesce(probe_until <= now(), true)
returning integration`,
    leaveProbe: `update "${schema}".lanes set probe_until = null where environment = $1 and integration = $2`,
    closeBreaker: release(`update "${schema}".lanes set ${clearBreaker}
      where environment = $1 and integration = $2 and breaker_error is not null and paused_error is null`),
    closePausedBreaker: `update "${schema}".lanes set ${clearBreaker}
      where environment = $1 and integration = $2 and paused_error is not null`,
    /** $3 slots, $4 perSecond. The slot clock moves on; the answer is where it stood. */
    reserve: `${put(`slot_at = greatest(l.slot_at, now()) + ${slots}`, { columns: 'slot_at', values: `now() + ${slots}` })}
returning greatest(0, extract(epoch from l.slot_at - ${slots} - now()) * 1000)::double precision as wait_ms`,
    /** $3 ms. */
    hold: put('slot_at = greatest(l.slot_at, excluded.slot_at)', { columns: 'slot_at', values: `now() + ${ms('$3')}` }),
    /** $3 perHour. No row when there is no room. */
    admit: `${put(
      `admitted = ${recent('l.admitted')} || now()`,
      { columns: 'admitted', values: 'array[now()]' },
      ` where cardinality(${recent('l.admitted')}) < $3::integer`,
    )}
returning integration`,
    /** $3 perHour. */
    roomAfter: `
select extract(epoch from (${recent('admitted')})[cardinality(${recent('admitted')}) - $3::integer + 1]
         + interval '1 hour' - now()) * 1000 as wait_ms
from "${schema}".lanes where environment = $1 and integration = $2`,
    giveBack: `
update "${schema}".lanes set admitted = (${recent('admitted')})[2:]
where environment = $1 and integration = $2`,
  };
};

const isOpen = 'coalesce(l.breaker_until > now(), false)';
const slots = `$3::double precision / $4::double precision * interval '1 second'`;
