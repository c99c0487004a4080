/** What must hold of the judge in every configuration of a life: it agrees with the chart, and so do the menu and the timers. */
import fc from 'fast-check';
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { transition } from 'xstate';
import { allTransitions, ifNobodyActs, judge, menu, persisted, restore, timersOf } from '../../charts/judge.ts';
import type { ChartEvent, Party, TransitionLaw } from '../../charts/law.ts';
import { PEOPLE } from '../../charts/law.ts';
import { examples } from './examples/index.ts';
import { accounts, posting, text } from './examples/task.ts';
import { isSame } from './same.ts';
import type { Configuration, Examples, StateSpace } from './state-space.ts';
import { activeStates, step, timerEvent } from './state-space.ts';

const PARTIES: Party[] = ['customer', 'contractor', 'operator', 'clock', 'platform'];
const ACCOUNTS = [...Object.values(accounts), 'account-stranger', undefined];

/** One input with every field that an event of a task reads. Each event takes its own from it. */
const taskInput = (at: string, version: number, calendar: Examples['calendar']) =>
  fc
    .record({
      task: fc.constantFrom(
        posting(at),
        posting(at, { payment: 'platform' }),
        posting(at, { match: 'choice', invited: [accounts.first ?? ''] }),
        posting(at, { match: 'invited', invited: [accounts.first ?? '', accounts.customer ?? ''] }),
        posting(at, { match: 'invited', invited: [accounts.first ?? ''] }),
        posting(at, { startAt: at }),
        posting(at, { dueAt: at }),
        posting(at, { dueAt: '2029-01-01T00:00:00.000Z' }),
        posting(at, { acceptBy: at }),
      ),
      version: fc.constantFrom(version, version, version + 1, 0),
      contractor: fc.constantFrom(...Object.values(accounts)),
      amount: fc.constantFrom('1', '500000', '1000000', '1400000', '1500000', '0', '9999999', undefined),
      price: fc.constantFrom('1200000', undefined),
      paidOn: fc.constantFrom(at.slice(0, 10), '2026-01-15', '2029-01-01'),
    })
    .map(({ task, amount, price, ...rest }) => ({
      ...task,
      ...rest,
      calendar,
      due: at,
      reasons: text('reasons'),
      ...(amount !== undefined && { amount }),
      price: price ?? '1500000',
    }));

const inputs: Record<string, (configuration: Configuration, calendar: Examples['calendar']) => fc.Arbitrary<object>> = {
  task: ({ snapshot, at }, calendar) => taskInput(at, snapshot.context.version, calendar),
  // The walk of an account that has an e-mail address or signs its acts has few events. Their fields are mixed with those of an account that does not.
  account({ snapshot: { context }, at }) {
    const { events } = examples.account as Examples;
    const { confirmedEmail, newEmail, signsActs, ...plain } = context;
    // It sets requisites only where an account rests, which the chart allows elsewhere too.
    const requisites: ChartEvent = { type: 'setRequisites', by: 'customer', at, input: { acting: [] } };
    return mixedInput([...events(context, at), ...events(plain, at), requisites]);
  },
};

/** Every field of events, each with a value from one of them. */
function mixedInput(events: ChartEvent[]): fc.Arbitrary<object> {
  const values = Map.groupBy(
    events.flatMap(({ input }) => Object.entries(input as object)),
    ([name]) => name,
  );
  return fc.record(Object.fromEntries([...values].map(([name, pairs]) => [name, fc.constantFrom(...pairs.map(([, value]) => value))])));
}

/** The fields of the examples' events with unvalidated values: some are readable, most are not. */
function unreadableInput({ events }: Examples, { snapshot, at }: Configuration): fc.Arbitrary<object> {
  const names = new Set(events(snapshot.context, at).flatMap(({ input }) => Object.keys(input as object)));
  const junk = fc.constantFrom(undefined, null, true, 0, -1, 1.5, '', 'x', '1', '-1', '1.5', '2026-13-01', [], [null], ['x'], {}, { x: 1 });
  return fc.record(Object.fromEntries([...names].map((name) => [name, junk])), { requiredKeys: [] });
}

/** Does the judge agree with the chart? Returns the difference, or undefined. */
export function difference(chart: AnyStateMachine, { snapshot }: Configuration, event: ChartEvent): string | undefined {
  const { allowed } = judge(chart, snapshot, event);
  const [after, actions] = transition(chart, snapshot, event);
  // A life that has ended accepts nothing, although xstate still lists its root's transitions.
  const isAlive = snapshot.status === 'active';
  const told = { judge: allowed, can: isAlive && snapshot.can(event), changes: isAlive && (after !== snapshot || actions.length > 0) };
  return new Set(Object.values(told)).size === 1 ? undefined : JSON.stringify(told);
}

/**
 * What the menu shows although no input makes it allowed, so that people can read why: before the agreed time, beyond the operator's limit, and after
 * an objection. Of an account's members the examples name one person, who may be a member already, or not yet.
 */
const REFUSED_BY_RULE: Record<string, string[]> = {
  account: ['addMember', 'changeMember', 'removeMember'],
  task: ['start'],
  invoice: ['credit', 'claimPenalty', 'writeOff'],
  dispute: ['acceptOffer', 'confirmInstruction', 'proposeLimit', 'objectToCourtAct'],
};

/** Where a property does not hold: each combination of states once. One `expect` for each configuration would take longer than all the rest. */
const failing = (configurations: Configuration[], holds: (configuration: Configuration) => boolean): string[] => [
  ...new Set(configurations.filter((configuration) => !holds(configuration)).map((configuration) => activeStates(configuration).join(' '))),
];

interface Judged {
  life: string;
  chart: AnyStateMachine;
  given: Examples;
  /** Explored on demand. */
  readonly space: StateSpace;
}

/** The properties by name. Each throws where it does not hold. */
export function judging(judged: Judged): Record<string, () => void> {
  const { life, chart, given } = judged;
  const { calendar } = given;
  const types = [...new Set([...allTransitions(chart).map(({ eventType }) => eventType), 'nothing'])];
  // By its number, because a counterexample with a whole snapshot is unreadable.
  const somewhere = () => fc.integer({ min: 0, max: judged.space.configurations.length - 1 });
  const configurationAt = (number: number) => judged.space.configurations[number] as Configuration;
  // The commit adds the calendar wherever the law counts working days.
  const inputOf =
    inputs[life] ??
    (({ snapshot, at }: Configuration) => mixedInput(given.events(snapshot.context, at)).map((input) => ({ calendar, ...input })));

  return {
    'allows exactly the events that the chart can take and that change it': () => {
      const asked = somewhere().chain((number) => {
        const { at, snapshot } = configurationAt(number);
        const actor = fc.constantFrom(...ACCOUNTS, snapshot.context.customer, snapshot.context.contractor);
        const event = fc.record({
          type: fc.constantFrom(...types),
          by: fc.constantFrom(...PARTIES),
          actor,
          input: inputOf(configurationAt(number), calendar),
        });
        return fc.tuple(
          fc.constant(number),
          event.map((each): ChartEvent => ({ ...each, at })),
        );
      });
      fc.assert(
        fc.property(asked, ([number, event]) => {
          expect(difference(chart, configurationAt(number), event)).toBeUndefined();
        }),
        { numRuns: 3_000 },
      );
    },

    'does so for valid commands of any sender': () => {
      const asked = somewhere().chain((number) => {
        const { at, snapshot } = configurationAt(number);
        return fc.tuple(
          fc.constant(number),
          fc.constantFrom(...given.events(snapshot.context, at)),
          fc.constantFrom(undefined, ...PARTIES),
        );
      });
      fc.assert(
        fc.property(asked, ([number, event, by = event.by]) => {
          expect(difference(chart, configurationAt(number), { ...event, by })).toBeUndefined();
        }),
        { numRuns: 3_000 },
      );
    },

    'reads input without prior validation: effect answers and events of other lives': () => {
      const unvalidated = types.filter((type) =>
        allTransitions(chart).some(
          ({ eventType, meta }) => eventType === type && (meta as Partial<TransitionLaw> | undefined)?.by?.includes('platform'),
        ),
      );
      const asked = somewhere().chain((number) =>
        fc.record({
          number: fc.constant(number),
          type: fc.constantFrom('nothing', ...unvalidated),
          by: fc.constantFrom<Party>('platform', 'operator'),
          input: unreadableInput(given, configurationAt(number)),
        }),
      );
      fc.assert(
        fc.property(asked, ({ number, type, by, input }) => {
          const { snapshot, at } = configurationAt(number);
          expect(() => judge(chart, snapshot, { type, by, at, input })).not.toThrow();
        }),
        { numRuns: 2_000 },
      );
    },

    'offers in the menu each command that some input makes possible, and allows no other': () => {
      const faults = judged.space.configurations.flatMap((configuration) => {
        const { snapshot, at } = configuration;
        // Of an account that tries nothing here nothing is to be said.
        const byAccount = Map.groupBy(given.events(snapshot.context, at), ({ by, actor }) => `${by} ${actor}`);
        return [...byAccount.values()].flatMap((own) => {
          const [{ by, actor, person }] = own as [ChartEvent];
          if (!PEOPLE.includes(by)) return [];
          const allowed = new Set(own.filter((event) => judge(chart, snapshot, event).allowed).map(({ type }) => type));
          const waits = (name: string): boolean => (REFUSED_BY_RULE[life] ?? []).includes(name) && !allowed.has(name);
          const offered = new Set(menu(chart, snapshot, by, actor, person).flatMap(({ name }) => (waits(name) ? [] : name)));
          const asked = new Set(own.map(({ type }) => type));
          const differing = [...offered.intersection(asked).symmetricDifference(allowed)];
          return differing.map((name) => `${activeStates(configuration).join(' ')}: ${name} of ${by} ${actor}`);
        });
      });
      expect([...new Set(faults)]).toEqual([]);
    },

    'an end state has no menu and no timers, and allows nothing': () => {
      const ends = judged.space.configurations.filter(({ snapshot }) => snapshot.status === 'done');
      expect(ends.length).toBeGreaterThan(0);
      const isDead = ({ snapshot, at }: Configuration): boolean =>
        timersOf(chart, snapshot, at).length === 0 &&
        given
          .events(snapshot.context, at)
          .every(
            (event) =>
              isSame(judge(chart, snapshot, event), { allowed: false, reason: 'state' }) &&
              menu(chart, snapshot, event.by, event.actor, event.person).length === 0,
          );
      expect(failing(ends, isDead)).toEqual([]);
    },

    'timers are listed once each, earliest first, without past reminders': () => {
      const isInOrder = ({ snapshot, at }: Configuration): boolean => {
        const timers = timersOf(chart, snapshot, at);
        return (
          timers.every(({ due: moment }, index) => index === 0 || (timers[index - 1]?.due ?? moment) <= moment) &&
          new Set(timers.map(({ type }) => type)).size === timers.length &&
          !timers.some((timer) => timer.reminder && timer.due <= Date.parse(at))
        );
      };
      expect(failing(judged.space.configurations, isInOrder)).toEqual([]);
    },

    'consequences stay listed after their moment has passed, and reminders do not': () => {
      const late = '2031-01-01T00:00:00.000Z';
      const stay = ({ snapshot, at }: Configuration): boolean => {
        const consequences = timersOf(chart, snapshot, at).filter((timer) => !timer.reminder);
        return isSame(timersOf(chart, snapshot, late), consequences);
      };
      expect(failing(judged.space.configurations, stay)).toEqual([]);
    },

    'the answer to what happens if nobody acts is the target of the first consequence': () => {
      const isTold = (configuration: Configuration): boolean => {
        const { snapshot, at } = configuration;
        const timer = timersOf(chart, snapshot, at).find((each) => !each.reminder);
        const told = ifNobodyActs(chart, snapshot, at, () => calendar);
        if (timer === undefined || told === undefined) return timer === told;
        const led = step(chart, configuration, timerEvent(configuration, timer, calendar))?.to.snapshot;
        return (
          told.timer === timer.name &&
          told.at === new Date(timer.due).toISOString() &&
          isSame([told.becomes.value, told.becomes.context], [led?.value, led?.context])
        );
      };
      expect(failing(judged.space.configurations, isTold)).toEqual([]);
    },

    'a life restored with its keys in another order is in the same state': () => {
      const stands = ({ snapshot, at }: Configuration): boolean => {
        const stored = persisted(chart, snapshot);
        const back = restore(chart, reversed(JSON.parse(JSON.stringify(stored))));
        return (
          isSame([back.status, back.value, back.context], [snapshot.status, snapshot.value, snapshot.context]) &&
          isSame(persisted(chart, back), stored) &&
          isSame(timersOf(chart, back, at), timersOf(chart, snapshot, at)) &&
          PARTIES.every((by) =>
            isSame(menu(chart, back, by, accounts[by as 'customer']), menu(chart, snapshot, by, accounts[by as 'customer'])),
          )
        );
      };
      expect(failing(judged.space.configurations, stands)).toEqual([]);
    },

    // Regions that receive one event change the context one after another. Another order may give another result.
    'a restored life continues in the same way': () => {
      const differing = judged.space.edges.flatMap(({ from, event, to }, index) => {
        if (index % 17 > 0) return [];
        const back = restore(chart, reversed(persisted(chart, from.snapshot)));
        const [again] = transition(chart, back, event);
        return isSame(persisted(chart, again as AnyMachineSnapshot), persisted(chart, to.snapshot))
          ? []
          : [`${activeStates(from).join(' ')}: ${event.type}`];
      });
      expect([...new Set(differing)]).toEqual([]);
    },
  };
}

/** As a database that keeps no order returns an object. */
const reversed = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)]),
  );
};
