import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { App } from './App.tsx'
import { loadLanguage, preferredLanguage } from './lib/i18n.ts'
import { createQueries } from './lib/queries.ts'
import { watchForQuickExit } from './lib/quickExit.ts'
import { applyTheme } from './lib/theme.ts'
import './ui/base.css'

applyTheme()
const queries = createQueries()
watchForQuickExit(queries)

const root = document.getElementById('app')
if (root)
  void loadLanguage(preferredLanguage()).then(() =>
    createRoot(root).render(
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={queries}>
          <BrowserRouter>
            <App />
          </BrowserRouter>
        </QueryClientProvider>
      </I18nProvider>,
    ),
  )
