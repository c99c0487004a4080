import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Lives } from './lives/lives.ts';
import { query } from './models/statement.ts';

/** Overdue work, measured at each scrape. A growing number is an alarm. */
const countWaiting = query<Record<string, number>>(
  'metrics-waiting',
  `select
  (select count(*) from outbox where not delivered and made_at < clock_timestamp() - interval '10 s')::int as undelivered_updates,
  (select count(*) from life where next_due < clock_timestamp() - interval '60 s')::int as late_timers,
  (select count(*) from effect where open and next_try < clock_timestamp() - interval '60 s')::int as late_effects,
  (select count(*) from effect where open)::int as open_effects,
  (select count(*) from unexpected where seen_at is null)::int as unexpected_answers,
  (select count(*) from undelivered where seen_at is null)::int as undelivered_notices,
  (select count(*) from anchor_step join log_checkpoint using (size)
     where done_at is null and made_at < clock_timestamp() - interval '10 min')::int as late_anchors,
  (select count(*) from log_fault)::int as anchor_faults,
  (select count(*) from ledger_fault)::int as ledger_faults,
  (select count(*) from ledger_check where checked_at < clock_timestamp() - interval '30 min')::int as late_ledger_checks,
  (select count(*) from damaged_life where seen_at is null)::int as damaged_lives,
  (select count(*) from provider_difference where closed_at is null)::int as provider_differences,
  (select count(*) from erasure where done_at is null and next_try < clock_timestamp() - interval '10 min')::int as late_erasures,
  (select count(*) from erasure where done_at is null and fault is not null)::int as held_erasures`,
);

/** SMS of the last day. Each sent one costs money; those blocked by the caps may indicate SMS pumping. */
const countTexts = query<{ purpose: string; status: string; count: number }>(
  'metrics-texts',
  `select purpose, status, count(*)::int as count from sms where sent_at > clock_timestamp() - interval '1 day' group by purpose, status`,
);

/** The process metrics and the overdue work of all lives. */
export function openMetrics({ database, log }: Pick<Lives, 'database' | 'log'>): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const waiting = new Gauge({
    name: 'akjet_lives_waiting',
    help: 'What waits in the lives, by kind: updates undelivered, timers and effects late, effects open, unexpected answers, undelivered notices, damaged lives, differences with payment providers, erasures late or held up, faults of the ledger and its checks late',
    labelNames: ['what'],
    registers: [registry],
    async collect() {
      const [row = {}] = await countWaiting(database, []).catch((error: unknown) => {
        log.warn({ err: error }, 'metrics.failed');
        return [];
      });
      for (const [what, count] of Object.entries(row)) waiting.set({ what }, count);
    },
  });
  const texts = new Gauge({
    name: 'akjet_sms_of_day',
    help: 'Texts of the last 24 hours: capped ones were not sent, sending ones have no answer yet',
    labelNames: ['purpose', 'status'],
    registers: [registry],
    async collect() {
      const rows = await countTexts(database, []).catch((error: unknown) => log.warn({ err: error }, 'metrics.failed'));
      if (!rows) return;
      texts.reset();
      for (const { count, ...labels } of rows) texts.set(labels, count);
    },
  });
  return registry;
}
