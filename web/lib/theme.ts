export type Theme = 'auto' | 'light' | 'evening'
const KEY = 'theme'

export const chosenTheme = (): Theme => (localStorage.getItem(KEY) as Theme | null) ?? 'auto'

/** Shows the chosen theme; `auto` follows the device, also when it changes. */
export function applyTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const show = () => {
    const chosen = chosenTheme()
    document.documentElement.dataset.theme = chosen === 'auto' ? (dark.matches ? 'evening' : 'light') : chosen
  }
  show()
  dark.onchange = show
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme)
  applyTheme()
}
