import program from '../../../node_modules/fxtranslate/wasm/fxtranslate_wasm_bg.wasm?url'
import { api } from '../../lib/api.ts'
import { isMetered } from '../settings.ts'
import { browserTranslation } from './browser.ts'
import { installedTranslation } from './installed.ts'
import { firstOf, type TranslationProvider } from './translator.ts'

/** What translates in this browser: models that the operator installed, else the browser itself. */
export const translationHere = (): TranslationProvider =>
  firstOf([
    installedTranslation({
      look: async () => (await api('GET /api/captions/models')).translations,
      makeWorker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
      program,
      at: (path) => new URL(path, location.href).href,
      mustAsk: () => isMetered() && !navigator.userActivation?.isActive,
    }),
    browserTranslation(),
  ])
