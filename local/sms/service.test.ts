import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outbox } from '../../gateways/sms/outbox.ts';
import { Unanswered, Undeliverable } from '../../gateways/sms/port.ts';
import { anyNumber } from '../../testing/people/people.ts';
import { textsTo, troubleTexts } from '../../testing/stand-ins/sms.ts';
import { until } from '../../testing/worlds/world.ts';
import { choosePorts } from '../ports.ts';

const url = process.env.SMS_OUTBOX_URL as string;
const sms = outbox(url);
let count = 0;
const message = (to: string) => ({ id: `note/${process.pid}/${++count}`, to, text: 'Сәлем <b>&', again: false });

test('shows the messages, latest first, as JSON for one number and on a page', async () => {
  const to = anyNumber();
  const [first, second] = [message(to), message(to)];
  expect(await sms.send(first)).toEqual({ providerId: first.id, segments: 1 });
  await sms.send(second);
  expect((await textsTo(to)).map(({ id }) => id)).toEqual([second.id, first.id]);
  const page = await (await fetch(url)).text();
  expect(page).toContain(to);
  expect(page).toContain('Сәлем &#60;b&#62;&#38;');
});

test('accepts the same id once, also after a lost answer', async () => {
  const one = message(anyNumber());
  await troubleTexts(one.to, 'answer-lost');
  await expect(sms.send(one)).rejects.toThrow(Unanswered);
  for (let each = 0; each < 2; each++) await sms.send({ ...one, again: true });
  expect(await textsTo(one.to)).toHaveLength(1);
});

test('reports accepted messages as delivered, or another status on demand', async () => {
  const [good, bad, unknown] = [message(anyNumber()), message(anyNumber()), message(anyNumber())];
  await troubleTexts(bad.to, 'undelivered');
  for (const each of [good, bad]) await sms.send(each);
  const reports = await sms.statusOf([good, bad, unknown].map(({ id, to }) => ({ id, to, providerId: id })));
  expect(new Map(reports.map(({ id, status }) => [id, status]))).toEqual(
    new Map([
      [good.id, 'delivered'],
      [bad.id, 'undeliverable'],
    ]),
  );
});

test('refuses, or breaks the connection without accepting, on demand', async () => {
  const [refused, down] = [message(anyNumber()), message(anyNumber())];
  await troubleTexts(refused.to, 'refused');
  await expect(sms.send(refused)).rejects.toThrow(Undeliverable);
  await troubleTexts(down.to, 'down');
  await expect(sms.send(down)).rejects.toThrow(Unanswered);
  expect([await textsTo(refused.to), await textsTo(down.to)]).toEqual([[], []]);
});

test('keeps its messages over a kill', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'akjet-sms-'));
  const { sms: port } = await choosePorts('test');
  const own = `http://127.0.0.1:${port}`;
  const start = async () => {
    const env = { ...process.env, SMS_PORT: String(port), SMS_KEPT: join(folder, 'sms.json') };
    const child = spawn(process.execPath, ['local/sms/service.ts'], { env, stdio: 'inherit' });
    await until(
      () =>
        fetch(`${own}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      'the outbox',
    );
    return child;
  };
  const kill = async (child: Awaited<ReturnType<typeof start>>) => {
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  };
  const one = message(anyNumber());
  const child = await start();
  await outbox(own).send(one);
  await kill(child);
  const again = await start();
  expect(await (await fetch(`${own}/messages`)).json()).toMatchObject([{ id: one.id, to: one.to }]);
  await kill(again);
  rmSync(folder, { recursive: true, force: true });
});
