import { describe, expect, it, vi } from 'vitest'
import type { Segment } from '../../../web/captions/segments.ts'
import { browserTranslation, type TranslatorApi } from '../../../web/captions/translation/browser.ts'
import { createTranslations } from '../../../web/captions/translation/translations.ts'
import { NeedsPress, type TranslationProvider } from '../../../web/captions/translation/translator.ts'

const line = (key: string, text: string, more: Partial<Segment> = {}): Segment => ({
  key,
  sender: 'ann',
  speaker: 'ann',
  name: 'Ann',
  seat: 0,
  kind: 'voice',
  language: 'en',
  text,
  agreed: text.length,
  final: true,
  corrected: false,
  at: 0,
  ...more,
})

/** A room whose lines a test sets, and a provider that puts the language before the words. */
function createStage(more: Partial<TranslationProvider> = {}) {
  const stage = {
    segments: [] as readonly Segment[],
    changed: () => {},
    opened: [] as string[],
    closed: 0,
    asked: [] as string[],
    say(...segments: Segment[]) {
      stage.segments = segments
      stage.changed()
    },
  }
  const provider: TranslationProvider = {
    can: async () => true,
    async open(from, into) {
      stage.opened.push(`${from} → ${into}`)
      return {
        async translate(text) {
          stage.asked.push(text)
          return `${into}: ${text}`
        },
        close: () => void stage.closed++,
      }
    },
    ...more,
  }
  const translations = createTranslations({
    provider,
    segments: () => stage.segments,
    onChange(changed) {
      stage.changed = changed
      return () => {
        stage.changed = () => {}
      }
    },
  })
  const texts = () =>
    Object.fromEntries([...translations.state.getState().texts].map(([k, v]) => [k, v.text]))
  return { stage, translations, texts }
}

describe('translated captions', () => {
  it('are there for whole lines only, in the language that was chosen, and stay with the original', async () => {
    const { stage, translations, texts } = createStage()
    stage.say(line('a', 'Good evening.'), line('b', 'I am', { final: false }))
    translations.choose('es')
    await expect.poll(() => texts()).toEqual({ a: 'es: Good evening.' })
    stage.say(line('a', 'Good evening.'), line('b', 'I am Ann.'))
    await expect.poll(() => texts()).toEqual({ a: 'es: Good evening.', b: 'es: I am Ann.' })
    expect(stage.asked).toEqual(['Good evening.', 'I am Ann.'])
  })

  it('begin with the newest, since that is what is being read', async () => {
    const { stage, translations } = createStage()
    stage.say(line('a', 'One.'), line('b', 'Two.'), line('c', 'Three.'))
    translations.choose('es')
    await expect.poll(() => stage.asked).toEqual(['Three.', 'Two.', 'One.'])
  })

  it('are made anew for a line that was put right', async () => {
    const { stage, translations, texts } = createStage()
    translations.choose('es')
    stage.say(line('a', 'I lost my mother.'))
    await expect.poll(() => texts()).toEqual({ a: 'es: I lost my mother.' })
    stage.say(line('a', 'I lost my brother.', { corrected: true }))
    await expect.poll(() => texts()).toEqual({ a: 'es: I lost my brother.' })
  })

  it('leave alone what is in that language already, and what nobody knows the language of', async () => {
    const { stage, translations, texts } = createStage()
    translations.choose('es')
    stage.say(
      line('a', 'Hola.', { language: 'es-MX' }),
      line('b', 'Hm.', { language: undefined }),
      line('c', 'Guten Tag.', { language: 'de' }),
    )
    await expect.poll(() => texts()).toEqual({ c: 'es: Guten Tag.' })
    expect(stage.opened).toEqual(['de → es'])
  })

  it('change with the language: nothing of the one before stays, and its models are given back', async () => {
    const { stage, translations, texts } = createStage()
    stage.say(line('a', 'Good evening.'))
    translations.choose('es')
    await expect.poll(() => texts()).toEqual({ a: 'es: Good evening.' })
    translations.choose('fr')
    expect(texts()).toEqual({})
    await expect.poll(() => texts()).toEqual({ a: 'fr: Good evening.' })
    await expect.poll(() => stage.closed).toBe(1)
    translations.choose(undefined)
    expect(texts()).toEqual({})
  })

  it('change also while the models of the language before are being fetched, which nothing comes of any more', async () => {
    const unwanted: string[] = []
    const { stage, translations, texts } = createStage({
      open: (_, into, __, signal) =>
        into === 'es'
          ? new Promise((_, reject) =>
              signal.addEventListener('abort', () => {
                unwanted.push(into)
                reject(signal.reason)
              }),
            )
          : Promise.resolve({ translate: async (text) => `${into}: ${text}`, close: () => {} }),
    })
    stage.say(line('a', 'Good evening.'))
    translations.choose('es')
    translations.choose('fr')
    await expect.poll(() => texts()).toEqual({ a: 'fr: Good evening.' })
    expect(unwanted).toEqual(['es'])
    stage.say(line('a', 'Good evening.'), line('b', 'I am Ann.'))
    await expect.poll(() => texts()).toMatchObject({ b: 'fr: I am Ann.' })
    expect(translations.state.getState().failed.size).toBe(0)
  })

  it('change also where what fetches them never hears that', async () => {
    const { stage, translations, texts } = createStage({
      open: (_, into) =>
        into === 'es'
          ? new Promise(() => {})
          : Promise.resolve({ translate: async (text) => `${into}: ${text}`, close: () => {} }),
    })
    stage.say(line('a', 'Good evening.'))
    translations.choose('es')
    translations.choose('fr')
    await expect.poll(() => texts()).toEqual({ a: 'fr: Good evening.' })
  })

  it('come with what has to be shown of their models, once, as long as these are used', async () => {
    const { stage, translations } = createStage({
      open: async (from) => ({
        translate: async (text) => text,
        notices: ['By somebody.', `From ${from}.`],
        close: () => {},
      }),
    })
    const shown = () => [...translations.state.getState().notices]
    stage.say(line('a', 'Good evening.'), line('b', 'Guten Abend.', { language: 'de' }))
    translations.choose('es')
    await expect.poll(() => shown()).toEqual(['By somebody.', 'From en.', 'From de.'])
    translations.choose(undefined)
    expect(shown()).toEqual([])
  })

  it('wait for a press where the browser wants one, and are fetched by it', async () => {
    let pressed = false
    const { stage, translations, texts } = createStage({
      async open() {
        if (!pressed) throw new NeedsPress()
        return { translate: async (text) => `es: ${text}`, close: () => {} }
      },
    })
    translations.choose('es')
    stage.say(line('a', 'Good evening.'))
    await expect.poll(() => [...translations.state.getState().waiting]).toEqual(['en'])
    expect(texts()).toEqual({})
    pressed = true
    translations.fetch()
    await expect.poll(() => texts()).toEqual({ a: 'es: Good evening.' })
    expect(translations.state.getState().waiting.size).toBe(0)
  })

  it('say what cannot be translated from, once, and try no further', async () => {
    let tries = 0
    const { stage, translations } = createStage({
      async open() {
        tries++
        throw new Error('no network')
      },
    })
    translations.choose('es')
    stage.say(line('a', 'One.'), line('b', 'Two.'))
    await expect.poll(() => [...translations.state.getState().failed]).toEqual(['en'])
    stage.say(...stage.segments, line('c', 'Three.'))
    await Promise.resolve()
    expect(tries).toBe(1)
  })

  it('are gone with the room', async () => {
    const { stage, translations, texts } = createStage()
    stage.say(line('a', 'Good evening.'))
    translations.choose('es')
    await expect.poll(() => texts()).toEqual({ a: 'es: Good evening.' })
    translations.close()
    expect(texts()).toEqual({})
    await expect.poll(() => stage.closed).toBe(1)
  })
})

describe('the browser’s own translation', () => {
  const chromium = { userAgentData: { brands: [{ brand: 'Chromium' }] } }
  const api = (availability: () => Promise<string>): TranslatorApi => ({
    availability: availability as TranslatorApi['availability'],
    create: async () => ({ translate: async (text) => text.toUpperCase(), destroy: () => {} }),
  })

  it('is not there without the browser’s Translator, nor where it may run elsewhere than on the device', () => {
    expect(browserTranslation({ navigator: chromium })).toBe(undefined)
    expect(browserTranslation({ Translator: api(async () => 'available'), navigator: {} })).toBe(undefined)
  })

  it('offers what the browser can do now or after fetching it, and nothing when asking fails', async () => {
    const answers = ['available', 'downloadable', 'downloading', 'unavailable']
    const can = answers.map((answer) =>
      browserTranslation({ Translator: api(async () => answer), navigator: chromium })?.can('en', 'es'),
    )
    expect(await Promise.all(can)).toEqual([true, true, true, false])
    const broken = api(() => Promise.reject(new Error('?')))
    expect(await browserTranslation({ Translator: broken, navigator: chromium })?.can('en', 'es')).toBe(false)
  })

  it('is told when what it fetches is not wanted any more', async () => {
    const wanted = new AbortController()
    const create = vi.fn(api(async () => 'downloadable').create)
    const Translator = { ...api(async () => 'downloadable'), create }
    const browser = browserTranslation({ Translator, navigator: chromium })
    await browser?.open('en', 'es', () => {}, wanted.signal)
    expect(create.mock.calls[0]?.[0].signal).toBe(wanted.signal)
  })

  it('says when it wants a press', async () => {
    const Translator: TranslatorApi = {
      ...api(async () => 'downloadable'),
      create: () => Promise.reject(new DOMException('no activation', 'NotAllowedError')),
    }
    const browser = browserTranslation({ Translator, navigator: chromium })
    const opened = browser?.open('en', 'es', () => {}, new AbortController().signal)
    await expect(opened).rejects.toBeInstanceOf(NeedsPress)
  })
})
