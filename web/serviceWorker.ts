/// <reference lib="webworker" />

/**
 * Keeps the first load on the device, so that the app starts and Help is there without a network. What is kept is the
 * build's own list and nothing is added later, so nothing of a person is ever in it. A new release's worker waits, as
 * browsers have it, until the last tab of the old one is closed: as long as that tab is open, its files are there.
 */

declare const self: ServiceWorkerGlobalScope
/** Put before this file by `offlineFiles.ts`. */
declare const KEPT: { cache: string; files: readonly string[] }
/** Static routing, which TypeScript does not know yet. */
type Routing = { addRoutes?: (rule: { condition: { urlPattern: string }; source: 'network' }) => void }

const PATIENCE_MS = 3500
/** Where the server has something else than the app's page. */
const NO_PAGE = /^\/(api|livekit|dev|assets|blur|models|healthz|readyz)(\/|$)|\.\w+$/

self.addEventListener('install', (event) => {
  event.waitUntil(keep())
  // a worker that sleeps would have to wake first, only to let the request go: some 50 ms
  ;(event as Routing).addRoutes?.({ condition: { urlPattern: '/api/*' }, source: 'network' })
})

self.addEventListener('activate', (event) => event.waitUntil(forgetOlder()))

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== location.origin) return
  if (KEPT.files.includes(pathname)) event.respondWith(kept(pathname, () => fetch(event.request)))
  else if (mode === 'navigate' && !NO_PAGE.test(pathname)) event.respondWith(page(event.request))
})

async function keep(): Promise<void> {
  const cache = await caches.open(KEPT.cache)
  // hashed files come from the browser's own cache, where the page has just put them
  await cache.addAll(KEPT.files)
}

async function forgetOlder(): Promise<void> {
  for (const name of await caches.keys()) if (name !== KEPT.cache) await caches.delete(name)
}

async function kept(path: string, otherwise: () => Promise<Response>): Promise<Response> {
  return (await caches.match(path, { cacheName: KEPT.cache })) ?? otherwise()
}

/** From the network, so that a new release is seen at once; the kept one when no page comes in time. */
function page(request: Request): Promise<Response> {
  const fresh = fetch(request)
  // a proxy whose server is away answers for it
  const sound = fresh.then((answer) => (answer.status < 500 ? answer : Promise.reject()))
  const tooLate = new Promise<never>((_, reject) => setTimeout(reject, PATIENCE_MS))
  return Promise.race([sound, tooLate]).catch(() => kept('/index.html', () => fresh))
}
