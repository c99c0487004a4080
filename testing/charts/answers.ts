/** Fills in the numbers by which a task's commands name what they answer. For tests that always answer the latest. */
import type { z } from 'zod';
import type { TaskAnswer } from '../../api/tasks/schema.ts';
import type { TaskContext } from '../../charts/task/types.ts';

type Task = z.output<typeof TaskAnswer>;
type Numbers = TaskContext['numbers'] & { reported: boolean };

const OF: Record<string, (numbers: Numbers) => object> = {
  approve: ({ submission }) => ({ submission }),
  approvePart: ({ submission }) => ({ submission }),
  refuse: ({ submission }) => ({ submission }),
  acceptAmendment: ({ proposal }) => ({ proposal }),
  declineAmendment: ({ proposal }) => ({ proposal }),
  acceptCancel: ({ proposal }) => ({ proposal }),
  declineCancel: ({ proposal }) => ({ proposal }),
  acknowledge: ({ briefing }) => ({ briefing }),
  admitForceMajeure: ({ notice }) => ({ notice }),
  contestForceMajeure: ({ notice }) => ({ notice }),
  confirm: ({ reported, report }) => (reported ? { report } : {}),
  deny: ({ report }) => ({ report }),
};

/** The chart's name of a command in a URL: `approve-part` is `approvePart`. */
export const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The numbers that an input must name, from the chart's context. */
export function answering(type: string, { numbers, reported, responses }: TaskContext, input: object): object {
  if (type === 'choose') return { response: responses[(input as { contractor: string }).contractor]?.number, ...input };
  return { ...OF[type]?.({ ...numbers, reported: reported !== undefined }), ...input };
}

/** The same numbers from the task that a party reads over HTTP. The name is that of the URL: `approve-part`. */
export function answeringOverHttp(name: string, task: Task, body: object): object {
  const type = camel(name);
  if (type === 'choose') {
    const { contractor } = body as { contractor: string };
    return { response: task.responses.find((each) => each.contractor === contractor.toLowerCase())?.number, ...body };
  }
  const { submission, amendment, cancellation, report, briefingNumber, notice } = task.progress ?? {};
  const numbers = {
    submission: submission?.number ?? 1,
    proposal: amendment?.number ?? cancellation?.number ?? 1,
    report: report ?? 1,
    briefing: briefingNumber ?? 1,
    notice: notice ?? 1,
    reported: report !== null && report !== undefined,
  };
  return { ...OF[type]?.(numbers), ...body };
}

/** Whether a command names what it answers. */
export const isAnswer = (name: string): boolean => name === 'choose' || camel(name) in OF;
