import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es'],
  catalogs: [{ path: 'web/locales/{locale}', include: ['web'], exclude: ['web/dist/**'] }],
  orderBy: 'origin',
  format: formatter({ lineNumbers: false }),
})
