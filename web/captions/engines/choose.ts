import type { OfferedModel } from '../../../server/captions/contract.ts'

/** What can write speech down here. Languages are without region, as in `en`. */
export type Offer = {
  /** the built-in model first, then those the service has besides */
  models: readonly OfferedModel[]
  /** languages that the browser itself recognises without sending sound anywhere */
  onDevice: readonly string[]
}

export type Choice =
  | { kind: 'model'; model: OfferedModel; language: string }
  | { kind: 'browser'; language: string }
  /** nothing here writes that language: saying so is better than nonsense */
  | { kind: 'none' }

/** What somebody chooses whose language is not in the list. */
export const ANOTHER = 'other'

/** Models that write a language, as they are offered. */
export const modelsFor = (language: string, { models }: Offer) =>
  models.filter((model) => model.languages.includes(language))

/** Every language that something here writes, each once. */
export const languagesOf = ({ models, onDevice }: Offer): string[] => [
  ...new Set([...models.flatMap((model) => model.languages), ...onDevice]),
]

/**
 * What writes a language down: the model that was asked for, else the first one that is offered for it (small before
 * large, as it has to keep up), else the browser itself.
 */
export function chooseEngine(wanted: { language: string; model?: string }, offer: Offer): Choice {
  const { language } = wanted
  const models = modelsFor(language, offer)
  const model = models.find(({ name }) => name === wanted.model) ?? models[0]
  if (model) return { kind: 'model', model, language }
  return offer.onDevice.includes(language) ? { kind: 'browser', language } : { kind: 'none' }
}

/** The language of a BCP 47 tag, without script and region. */
export const languageOf = (tag: string) => tag.split('-', 1)[0]?.toLowerCase() ?? ''
