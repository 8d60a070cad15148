import { useEffect, useRef } from 'react'
import { recall, remember } from '../lib/remembered.ts'

const KEY = 'shortcuts'
/** Single keys can be turned off: speech input and unsteady hands press them by accident (WCAG 2.1.4). */
export const shortcutsOn = (): boolean => recall(KEY) !== 'off'
export const setShortcuts = (on: boolean) => remember(KEY, on ? 'on' : 'off')

/** Single-key shortcuts, silent while something is typed or chosen, or a dialog is open. */
export function useShortcuts(keys: Record<string, (() => void) | undefined>): void {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !shortcutsOn()) return
      if (
        event.target instanceof Element &&
        event.target.closest('input, textarea, select, [contenteditable]')
      )
        return
      if (document.querySelector('dialog[open]')) return
      const action = current.current[event.key.toLowerCase()]
      if (!action) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
