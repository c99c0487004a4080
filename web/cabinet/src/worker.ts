/** The worker that shows what was read when there is no network, and notices on the screen: `public/sw.js`. */

const ADDRESS = '/cabinet/sw.js';

/** The types of TypeScript do not know it yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(given: string): string };
}

/** No other address can become a script: the page's policy allows this rule alone, and it knows one address. A browser without workers has none. */
export function startWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const address = trustedTypes?.createPolicy('worker', { createScriptURL: () => ADDRESS }).createScriptURL(ADDRESS) ?? ADDRESS;
  // Where it fails, the page only needs a network.
  void navigator.serviceWorker.register(address);
}

/** Nothing of a person stays in a browser where nobody is logged in. */
export async function forgetPerson(): Promise<void> {
  // A page that came without TLS has neither.
  await globalThis.caches?.delete('read');
  await unsubscribeHere();
}

/** Whether this browser can show notices of a page. */
export const canBeNotified = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window;

const subscriptionHere = async (): Promise<PushSubscription | null | undefined> =>
  canBeNotified() ? (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription() : undefined;

/** Asks the person, and gives what the platform needs to send notices here. `undefined`: the person does not want it. */
export async function subscribeHere(key: string): Promise<PushSubscription | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') return undefined;
  await (await subscriptionHere())?.unsubscribe();
  const { pushManager } = await navigator.serviceWorker.ready;
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

export const unsubscribeHere = async (): Promise<void> => {
  await (await subscriptionHere())?.unsubscribe();
};
