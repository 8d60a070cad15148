import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { App } from './App.tsx'
import { refreshCountries } from './help/country.ts'
import { loadLanguage, preferredLanguage } from './lib/i18n.ts'
import { keepFocus } from './lib/keepFocus.ts'
import { keepForOfflineStart } from './lib/offlineStart.ts'
import { createQueries } from './lib/queries.ts'
import { stayAway, watchForQuickExit } from './lib/quickExit.ts'
import { applyTheme } from './lib/theme.ts'
import './ui/base.css'

const root = document.getElementById('app')
if (root && !stayAway()) start(root)

function start(root: HTMLElement): void {
  applyTheme()
  keepFocus(root)
  const queries = createQueries()
  watchForQuickExit(queries)
  // what is kept for later takes nothing from the first load
  addEventListener('load', () => void refreshCountries().then(keepForOfflineStart))
  loadLanguage(preferredLanguage())
    .catch(() => loadLanguage('en'))
    .then(
      () =>
        createRoot(root).render(
          <I18nProvider i18n={i18n}>
            <QueryClientProvider client={queries}>
              <BrowserRouter>
                <App />
              </BrowserRouter>
            </QueryClientProvider>
          </I18nProvider>,
        ),
      // no words have come, so there are none to show this in but these
      () => {
        root.textContent =
          'Hearthside could not be loaded. Load the page again. In an emergency call the emergency number where you are.'
      },
    )
}
