/** HTTP requests to SMS providers. URLs may contain keys, and bodies personal data, so errors quote neither. */
import { askOutside, jsonOf } from '../outside.ts';
import { Unanswered } from './port.ts';

/** The timeout, in milliseconds, is short because a user may be waiting for a code. An answer has some hundred bytes; one about many messages, thousands. */
const BOUNDS = { timeout: 5_000, most: 1_000_000 };

/** Error codes that prove that no connection was made. */
const NOT_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

/**
 * Sends a form, or a request without body, and returns the JSON.
 * @throws Unanswered if the request may have been carried out; any other error means that it never arrived.
 */
export async function ask(name: string, address: string, form?: Record<string, string>): Promise<unknown> {
  const request = form && { method: 'POST', body: new URLSearchParams(form) };
  try {
    const answer = await askOutside(address, request ?? {}, BOUNDS);
    if (!answer.ok) throw new Unanswered(`${name} answered ${answer.status}`);
    return jsonOf(answer);
  } catch (error) {
    if (error instanceof Unanswered) throw error;
    const { cause, name: kind } = error as { cause?: { code?: string }; name: string };
    const reason = cause?.code ?? kind;
    if (NOT_CONNECTED.includes(reason)) throw new Error(`${name} cannot be reached: ${reason}`);
    throw new Unanswered(`${name} gave no answer that can be read: ${reason}`);
  }
}
