import { Writable } from 'node:stream';
import { inRequest } from './lives/request-context.ts';
import { errorForLog, openLog } from './log.ts';

/** What a log wrote. */
function logged(write: (log: ReturnType<typeof openLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  write(openLog('test', 'debug', destination));
  return lines.map((line) => JSON.parse(line));
}

it('an error from outside shows its type and code, and not its message', () => {
  const error = Object.assign(new Error('550 aigerim@example.kz: no such user'), { code: 'EENVELOPE' });
  expect(JSON.stringify(errorForLog(error))).not.toContain('aigerim');
  expect(errorForLog(error)).toMatchObject({ type: 'Error', code: 'EENVELOPE' });
  expect(errorForLog(new Error('x', { cause: error }))).toMatchObject({ cause: { code: 'EENVELOPE' } });
});

it('an error of our code shows its message and its stack', () => {
  expect(errorForLog(new TypeError('x is not a function'))).toMatchObject({
    type: 'TypeError',
    message: 'x is not a function',
    stack: expect.stringContaining('log.test.ts'),
  });
});

it('an error of the database shows its message where that names only the schema', () => {
  const failure = (code: string, message: string) => Object.assign(new Error(message), { code, detail: 'Key (number)=(+77010000000)' });
  expect(errorForLog(failure('42P01', 'relation "notice" does not exist'))).toMatchObject({ message: 'relation "notice" does not exist' });
  expect(JSON.stringify(errorForLog(failure('22P02', 'invalid input syntax for type uuid: "Aigerim"')))).not.toContain('Aigerim');
  expect(JSON.stringify(errorForLog(failure('23505', 'duplicate key')))).not.toContain('7701');
});

it('what is thrown and is no error shows its type alone', () => {
  expect(errorForLog('Aigerim')).toEqual({ type: 'string' });
});

it('every line of a request bears its id, and no other line does', () => {
  const [inside, outside] = logged((log) => {
    inRequest({ requestId: 'r-1' }, () => log.warn({ life: 'task/1' }, 'dispatch.failed'));
    log.warn('sweep.failed');
  });
  expect(inside).toMatchObject({ requestId: 'r-1', life: 'task/1', msg: 'dispatch.failed' });
  expect(outside).not.toHaveProperty('requestId');
});
