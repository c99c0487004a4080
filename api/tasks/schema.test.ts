import { PostTask } from './schema.ts';

const task = {
  title: 'Paint the office',
  lines: [{ name: 'Wall', unit: 'm2', quantity: 12.5, unitPrice: 35_000 }],
  startAt: '2026-12-01T09:00:00+05:00',
  dueAt: '2026-12-02T18:00:00+05:00',
};
const accepts = (body: object): boolean => PostTask.safeParse(body).success;

describe('a posted task (1.5)', () => {
  it.each(Object.keys(task))('must have volume and parameters: without %s it is refused', (field) => {
    expect(accepts(task)).toBe(true);
    expect(accepts({ ...task, [field]: undefined })).toBe(false);
  });

  it.each(Object.keys(task.lines[0] as object))('must have in each line %s', (field) => {
    expect(accepts({ ...task, lines: [{ ...task.lines[0], [field]: undefined }] })).toBe(false);
    expect(accepts({ ...task, lines: [] })).toBe(false);
  });
});
