import { randomId } from '../lib/randomId.ts'

const KEY = 'tab'

/** A random id of this tab: a reload keeps it, another tab has another. */
export function tabId(): string {
  const id = sessionStorage.getItem(KEY) ?? randomId()
  sessionStorage.setItem(KEY, id)
  return id
}
