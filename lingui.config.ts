import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es'],
  catalogs: [
    // every first load carries these, the room's come with the room, and what is opened in it with that
    {
      path: 'web/locales/{locale}',
      include: ['web'],
      exclude: [
        'web/dist/**',
        'web/account/**',
        'web/room/**',
        'web/captions/**',
        'web/screen/**',
        'web/empathy/**',
      ],
    },
    { path: 'web/locales/account/{locale}', include: ['web/account'] },
    {
      path: 'web/locales/room/{locale}',
      include: ['web/room', 'web/captions'],
      exclude: ['web/captions/panel/**'],
    },
    { path: 'web/locales/stage/{locale}', include: ['web/empathy/stage'] },
    { path: 'web/locales/captions/{locale}', include: ['web/captions/panel', 'web/screen'] },
    { path: 'web/locales/together/{locale}', include: ['web/empathy/together', 'web/empathy/circle'] },
    {
      path: 'web/locales/scenes/{locale}',
      include: ['web/empathy'],
      exclude: ['web/empathy/stage/**', 'web/empathy/together/**', 'web/empathy/circle/**'],
    },
  ],
  orderBy: 'origin',
  format: formatter({ lineNumbers: false }),
})
