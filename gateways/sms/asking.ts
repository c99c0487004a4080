/** How a provider's HTTP is asked. Addresses may hold keys, and bodies numbers and texts: of neither does anything get into an error. */
import { Unanswered } from './port.ts';

/** Milliseconds for an answer: who waits for a code does not wait longer. */
const PATIENCE = 5_000;

/** With these no connection was ever made. */
const NOT_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

/**
 * Asks with a form, or without a body, and answers the JSON.
 * @throws Unanswered where the request may have been carried out; any other error where it never arrived.
 */
export async function ask(name: string, address: string, form?: Record<string, string>): Promise<unknown> {
  const request = form && { method: 'POST', body: new URLSearchParams(form) };
  try {
    const response = await fetch(address, { ...request, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) throw new Unanswered(`${name} answered ${response.status}`);
    return await response.json();
  } catch (error) {
    if (error instanceof Unanswered) throw error;
    const { cause, name: kind } = error as { cause?: { code?: string }; name: string };
    const reason = cause?.code ?? kind;
    if (NOT_CONNECTED.includes(reason)) throw new Error(`${name} cannot be reached: ${reason}`);
    throw new Unanswered(`${name} gave no answer that can be read: ${reason}`);
  }
}
