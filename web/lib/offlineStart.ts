/**
 * Has the browser keep the first load, so that the app starts without a network (`serviceWorker.ts`). Where it refuses,
 * as with a certificate it does not trust, everything else works the same.
 */
export function keepForOfflineStart(): void {
  // only a built client has the worker, and only a secure page may have one
  if (import.meta.env.PROD && 'serviceWorker' in navigator)
    navigator.serviceWorker.register('/sw.js').catch(() => {})
}
