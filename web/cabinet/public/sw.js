/**
 * The cabinet without a network: its own files, and of the API only what the person has read while logged in. Everything else goes to the server as if
 * this worker were not there. It also shows the notices that the platform sends to this browser.
 */
const FILES = 'files';
const READ = 'read';
const PAGE = '/cabinet/';
/** What is shown again without a network: who is logged in, their tasks, and the steps of a task. */
const READABLE = /^\/v1\/(auth\/accounts|tasks|tasks\/[\w-]{36}|charts\/task)$/;

/** Counts logins and logouts: what was asked before one is not kept after it. */
let era = 0;

/** Keeps the page and the files that it names, and no older ones. */
async function keepFiles(page) {
  if (!page.ok) return;
  const named = Array.from((await page.clone().text()).matchAll(/(?:src|href)="(\/cabinet\/[^"]+)"/g), ([, address]) => address);
  const files = await caches.open(FILES);
  for (const { url } of await files.keys()) if (!named.includes(new URL(url).pathname)) await files.delete(url);
  await files.addAll(named);
  await files.put(PAGE, page);
}

async function showPage(event) {
  try {
    const page = await fetch(event.request);
    event.waitUntil(keepFiles(page.clone()));
    return page;
  } catch (error) {
    const kept = await caches.match(PAGE);
    if (kept === undefined) throw error;
    return kept;
  }
}

const showFile = async (request) => (await caches.match(request)) ?? fetch(request);

async function read(request) {
  const key = `${request.url}?language=${request.headers.get('Accept-Language')}`;
  const asked = era;
  try {
    const answer = await fetch(request);
    const body = await answer.clone().blob();
    if (answer.ok && asked === era) {
      const headers = { 'Content-Type': answer.headers.get('Content-Type'), 'Akjet-Read-At': new Date().toISOString() };
      await (await caches.open(READ)).put(key, new Response(body, { headers }));
    }
    return answer;
  } catch (error) {
    const kept = await (await caches.open(READ)).match(key);
    if (kept === undefined) throw error;
    return kept;
  }
}

/** Shows the page of what a notice is about: in an open window, otherwise in a new one. */
async function show(path) {
  const address = path.startsWith('/v1/tasks/') ? path.replace('/v1/', PAGE) : PAGE;
  const [open] = await clients.matchAll({ type: 'window' });
  if (open === undefined) return clients.openWindow(address);
  await open.navigate(address);
  return open.focus();
}

addEventListener('push', (event) => {
  const { title, body, path } = event.data.json();
  event.waitUntil(registration.showNotification(title, { body, icon: `${PAGE}icon-192.png`, data: path }));
});
addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(show(event.notification.data));
});
addEventListener('install', (event) => event.waitUntil(fetch(PAGE).then(keepFiles).then(skipWaiting)));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method !== 'GET') {
    if (!pathname.startsWith('/v1/auth/')) return;
    era += 1;
    event.waitUntil(caches.delete(READ));
  } else if (request.mode === 'navigate' && pathname.startsWith(PAGE)) event.respondWith(showPage(event));
  else if (pathname.startsWith(PAGE)) event.respondWith(showFile(request));
  else if (READABLE.test(pathname) && search === '' && request.headers.has('Akjet-Page')) event.respondWith(read(request));
});
