const KEY = 'screen'

/** The secret of this second screen: it stays in this tab, over a reload, and goes with it. */
export function keptKey(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined
  } catch {
    return undefined
  }
}

export function keepKey(key: string | undefined): void {
  try {
    if (key) sessionStorage.setItem(KEY, key)
    else sessionStorage.removeItem(KEY)
  } catch {
    // a browser that keeps nothing: a reload asks for a new code
  }
}
