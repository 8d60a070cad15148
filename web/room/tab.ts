const KEY = 'tab'

/** A random id of this tab, 128 bits as base64url: a reload keeps it, another tab has another. */
export function tabId(): string {
  const kept = sessionStorage.getItem(KEY)
  if (kept) return kept
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const id = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
  sessionStorage.setItem(KEY, id)
  return id
}
