import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createNarration } from '../../../web/empathy/narration.ts'
import { chooseVoice, type Narrator, type VoiceLike } from '../../../web/empathy/narrator.ts'
import { visitOnAClock } from '../../support/visits.ts'

const voice = (name: string, lang: string, localService: boolean, standard = false): VoiceLike => ({
  name,
  lang,
  localService,
  default: standard,
})

describe('the voice that reads aloud', () => {
  const here = voice('here', 'en-GB', true)
  const best = voice('best', 'en_US', true, true)
  const away = voice('away', 'en-GB', false, true)
  const spanish = voice('española', 'es-ES', true)
  it.each([
    ['none where there is none', [], 'en', undefined],
    ['never one that works elsewhere', [away], 'en', undefined],
    ['one of this device', [away, here], 'en', 'here'],
    ['the one that the device prefers', [here, best], 'en', 'best'],
    ['one for the language', [here, best, spanish], 'es', 'española'],
    ['none when no voice of this device knows the language', [here, best], 'es', undefined],
  ])('is %s', (_, voices, language, expected) => {
    expect(chooseVoice(voices, language)?.name).toBe(expected)
  })
})

describe('reading aloud', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
  afterEach(() => void vi.useRealTimers())

  function reading() {
    const clock = visitOnAClock('audio')
    clock.toScene()
    const said: string[] = []
    let finish = () => {}
    const narrator: Narrator = {
      say: (text) => {
        said.push(text)
        return new Promise((resolve) => {
          finish = resolve
        })
      },
      stop: () => finish(),
    }
    const narration = createNarration({
      visit: clock.visit,
      narrator,
      language: 'en',
      soundsToo: () => false,
    })
    const pass = (seconds: number) => {
      clock.pass(seconds)
      narration.look()
    }
    return {
      ...clock,
      narration,
      said,
      pass,
      finish: async () => {
        finish()
        await Promise.resolve()
      },
      running: () => clock.visit.state.getState().clock.running,
      close: () => {
        narration.close()
        clock.visit.close()
      },
    }
  }

  it('describes a beat first, and the scene waits for it', async () => {
    const { pass, said, running, finish, visit, close } = reading()
    pass(0.1)
    expect(said).toEqual(['A table.'])
    expect(running()).toBe(false)
    pass(20)
    expect(visit.moment(true).t).toBeCloseTo(0.1)
    await finish()
    expect(running()).toBe(true)
    close()
  })

  it('then says each line at its time: thoughts without a name, sounds not at all', async () => {
    const { pass, said, finish, close } = reading()
    pass(0.1)
    await finish()
    pass(0.5)
    expect(said.at(-1)).toBe('I come in.')
    await finish()
    pass(2.2)
    expect(said).toHaveLength(2)
    close()
  })

  it('reads what can be chosen, and lets nothing pass meanwhile', async () => {
    const { pass, said, finish, running, close } = reading()
    pass(0.1)
    await finish()
    pass(11.6)
    expect(said.at(-1)).toBe('Ben: Shall I?')
    await finish()
    pass(4)
    expect(said.at(-1)).toBe('The lamp? … On … Off')
    expect(running()).toBe(false)
    await finish()
    expect(running()).toBe(true)
    close()
  })

  it('is paused by a press while a description is read, and goes on by the next', async () => {
    const { pass, narration, running, finish, close } = reading()
    pass(0.1)
    expect(narration.state.getState().held).toBe(true)
    narration.actions.toggle()
    await finish()
    expect([narration.state.getState().held, running()]).toEqual([false, false])
    narration.actions.toggle()
    expect(running()).toBe(true)
    close()
  })

  it('is silent in the calm room, and does not start the scene from there', async () => {
    const { pass, narration, visit, running, finish, close } = reading()
    pass(0.1)
    visit.actions.send({ type: 'exit' })
    narration.look()
    await finish()
    expect([narration.state.getState().held, running()]).toEqual([false, false])
    close()
  })
})
