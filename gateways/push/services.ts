/** The push services of the browsers: Chrome, Firefox, Edge, Safari. Nobody makes us call another address by naming it as theirs. */
export const PUSH_SERVICES = [
  'https://fcm.googleapis.com',
  'https://updates.push.services.mozilla.com',
  'https://*.notify.windows.com',
  'https://*.push.apple.com',
] as const;

/** An origin, or one with `*.` in place of the first parts of its host. */
export const SERVICE = /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?$/;

/** Whether an address is one of these services. */
export function isOfService(endpoint: string, services: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, host, username, password } = new URL(endpoint);
  if (username !== '' || password !== '') return false;
  return services.some((service) => {
    const [scheme, named = ''] = service.split('//');
    return protocol === scheme && (named.startsWith('*.') ? host.endsWith(named.slice(1)) : host === named);
  });
}
