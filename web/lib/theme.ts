import { recall, remember } from './remembered.ts'

export const themes = ['auto', 'light', 'evening'] as const
export type Theme = (typeof themes)[number]
const KEY = 'theme'

export const chosenTheme = (): Theme => themes.find((theme) => theme === recall(KEY)) ?? 'auto'

/** Shows the theme; `auto` leaves it to the style sheet, which follows the device. */
export function applyTheme(theme: Theme = chosenTheme()): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

export function chooseTheme(theme: Theme): void {
  remember(KEY, theme)
  applyTheme(theme)
}
