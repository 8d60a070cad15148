/** What this device remembers. A browser that keeps nothing (blocked cookies, some private windows) throws: then nothing is remembered. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // it holds for this page only
  }
}
