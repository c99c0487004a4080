/**
 * A life whose row is no longer what its last event led to: somebody changed it past the commit. It is stopped: no command, no timer, no effect's
 * answer moves it, because each would make the change its own. The staff are told (`notices/damage-alarm.ts`) and have it in their list of work.
 */
import { noteDamage } from '../models/stores/damaged-life.ts';
import type { Lives } from './lives.ts';
import { logSecurity } from './security-log.ts';

export class LifeDamaged extends Error {
  readonly life: string;
  readonly seq: number;
  readonly problem: string;
  constructor(life: string, seq: number, problem: string) {
    super(`${life} is stopped at event ${seq}: ${problem}`);
    Object.assign(this, { name: 'LifeDamaged' });
    this.life = life;
    this.seq = seq;
    this.problem = problem;
  }
}

/** Raises the alarm, once for each damage. */
export async function stopDamaged({ database, log }: Pick<Lives, 'database' | 'log'>, { life, seq, problem }: LifeDamaged): Promise<void> {
  if (await noteDamage(database, { life, seq, problem })) logSecurity(log, 'record-damaged', { subject: life, seq, problem });
}
