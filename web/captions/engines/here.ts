import type { OfferedModel } from '../../../server/captions/contract.ts'
import type { Topic } from '../../../server/circles/contract.ts'
import type { CaptionEngine } from '../engine.ts'
import { putNamesRight } from '../names.ts'
import { putTermsRight } from '../terms.ts'
import { createBrowserEngine, localRecognition, onDeviceLanguages } from './browser.ts'
import { type Choice, languageOf, languagesOf, type Offer } from './choose.ts'
import { createModelEngine, tiny } from './model.ts'

/** What models cannot know: who is here, and what it is about. */
export type Known = { names: readonly string[]; topic: Topic }

/** What writes speech down in this browser, how each of it is made, and what puts right what it wrote. */
export type Here = {
  offer: Offer
  make: (choice: Exclude<Choice, { kind: 'none' }>) => CaptionEngine
  putRight: (text: string, known: Known) => string
}

/** The built-in model, the service's own ones, and what the browser itself has for other languages of its person. */
export async function speechHere(installed: readonly OfferedModel[]): Promise<Here> {
  const models = [tiny, ...installed]
  const written = languagesOf({ models, onDevice: [] })
  const recognition = localRecognition()
  const missing = navigator.languages.filter((tag) => !written.includes(languageOf(tag)))
  const device = await onDeviceLanguages(missing, recognition)
  return {
    offer: { models, onDevice: [...device.keys()] },
    putRight: (text, { names, topic }) => putTermsRight(putNamesRight(text, names), topic),
    make(choice) {
      if (choice.kind === 'model') return createModelEngine(choice.model, choice.language)
      const found = device.get(choice.language)
      if (!found || !recognition) throw new Error(`${choice.language} is not recognised on this device`)
      return createBrowserEngine(found, recognition)
    },
  }
}
