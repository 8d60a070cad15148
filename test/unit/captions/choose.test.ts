import { describe, expect, it } from 'vitest'
import type { OfferedModel } from '../../../server/captions/contract.ts'
import { chooseEngine, languageOf, languagesOf, modelsFor } from '../../../web/captions/engines/choose.ts'

const model = (name: string, ...languages: string[]): OfferedModel => ({
  name,
  label: name,
  languages,
  kind: 'moonshine',
  shape: 'tiny',
  tokensPerSecond: 6.5,
  bytes: 1,
  files: { encoder: '/e', decoder: '/d' },
})
const tiny = model('tiny', 'en')
const base = model('base', 'en')
const spanish = model('spanish', 'es')

describe('what writes somebody’s speech down', () => {
  it.each([
    ['the built-in model, alone', 'en', undefined, [tiny], [], 'tiny'],
    ['the built-in model, also where a larger one is installed', 'en', undefined, [tiny, base], [], 'tiny'],
    ['the larger one when they asked for it', 'en', 'base', [tiny, base], [], 'base'],
    ['the built-in one when what they asked for is gone', 'en', 'base', [tiny], [], 'tiny'],
    [
      'the one for their language, whatever they liked for another',
      'es',
      'base',
      [tiny, base, spanish],
      [],
      'spanish',
    ],
    ['an installed model before the browser’s own', 'es', undefined, [tiny, spanish], ['es'], 'spanish'],
    ['the browser’s own where no model writes their language', 'es', undefined, [tiny], ['es'], 'browser es'],
    [
      'nothing where nothing does: never a model for another language',
      'es',
      'base',
      [tiny, base],
      ['de'],
      'none',
    ],
    ['nothing for a language that is not in the list', 'other', undefined, [tiny], ['es'], 'none'],
  ])('is %s', (_, language, wanted, models, onDevice, expected) => {
    const choice = chooseEngine({ language, model: wanted }, { models, onDevice })
    const found =
      choice.kind === 'model'
        ? choice.model.name
        : choice.kind === 'browser'
          ? `browser ${choice.language}`
          : 'none'
    expect(found).toBe(expected)
  })

  it('offers each language once, and all models of one', () => {
    const offer = { models: [tiny, base, model('many', 'es', 'en', 'de')], onDevice: ['de', 'fr'] }
    expect(languagesOf(offer)).toEqual(['en', 'es', 'de', 'fr'])
    expect(modelsFor('en', offer).map(({ name }) => name)).toEqual(['tiny', 'base', 'many'])
  })

  it.each([
    ['en-GB', 'en'],
    ['ES', 'es'],
    ['zh-Hant-TW', 'zh'],
    ['', ''],
  ])('takes the language of “%s” as “%s”', (tag, language) => expect(languageOf(tag)).toBe(language))
})
