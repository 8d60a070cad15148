import { api } from '../lib/api.ts'
import { preferredLanguage } from '../lib/i18n.ts'
import { rememberedModel, rememberedSpeaking } from './settings.ts'
import { createSpeech, type Speech } from './speech.ts'

/** What writes speech down in this browser, in the language that this person speaks. */
export const openSpeech = (): Speech =>
  createSpeech({
    language: rememberedSpeaking() ?? preferredLanguage(),
    model: rememberedModel(),
    // the engines are not in the way of coming in: whoever wants no captions never loads them
    async look() {
      const engines = import('./engines/here.ts')
      const { models } = await api('GET /api/captions/models').catch(() => ({ models: [] }))
      return (await engines).speechHere(models)
    },
  })
