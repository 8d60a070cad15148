import { describe, expect, it } from 'vitest'
import { Handover } from '../../../server/scenes/contract.ts'
import { comfortFrom } from '../../../web/empathy/comfort.ts'
import { arrivedAt, grouped, handoverOf, leftFor, modeOnArrival } from '../../../web/empathy/handover.ts'
import { createVisit } from '../../../web/empathy/visit.ts'
import { smallScene, smallScript, visitOnAClock } from '../../support/visits.ts'

const of = { manifest: smallScene, script: smallScript, mode: 'headset' } as const

/** Somebody 20 seconds into the small scene, with its one choice made, at “as it is”. */
function underway() {
  const { visit, pass, toScene } = visitOnAClock()
  visit.actions.send({ type: 'intensity', intensity: 2 })
  toScene()
  pass(17)
  visit.actions.send({ type: 'choose', choice: 'lamp', option: 'on' })
  pass(3)
  return visit
}
const comfort = comfortFrom('{"mono":true,"height":20,"captions":"locked"}')
const made = (still = false) => handoverOf(underway(), { comfort, still, language: 'es' })

describe('a visit that goes on on another device', () => {
  it('takes along where it is, what was chosen and how it is set, in the words the server knows', () => {
    const handover = made()
    expect(handover).toMatchObject({
      scene: 'small',
      t: 53,
      made: { lamp: 'on' },
      intensity: 2,
      settings: { mono: true, height: 20, captions: 'locked', mode: 'desktop', language: 'es' },
    })
    expect(Handover.parse(handover)).toEqual(handover)
  })

  it('moves as little as the first device asked for, also where that was the device’s own wish', () => {
    expect([made(true).settings.motion, made().settings.motion]).toEqual(['less', 'device'])
  })

  it('arrives at the same place with the same choices, and waits for a press', () => {
    const visit = createVisit({ ...of, now: () => 5_000_000, from: arrivedAt(made(), of) })
    visit.close()
    const { t, beat, made: chosen, intensity } = visit.moment(false)
    expect({ t, beat: beat.id, chosen, intensity }).toEqual({
      t: 53,
      beat: 'go',
      chosen: { lamp: 'on' },
      intensity: 2,
    })
    expect(visit.state.getState()).toMatchObject({ phase: 'scene', calm: false, mode: 'headset' })
    expect(visit.state.getState().clock.running).toBe(false)
  })

  it('leaves out what a newer or older version of the scene does not know', () => {
    const arrived = arrivedAt({ ...made(), t: 3000, made: { lamp: 'blue', window: 'open' } }, of)
    expect([arrived.made, arrived.clock.t]).toEqual([{}, 60])
  })

  it.each([
    [{ headset: true, drawing: true }, 'text', 'headset'],
    [{ headset: true, drawing: false }, 'text', 'text'],
    [{ headset: false, drawing: true }, 'audio', 'audio'],
    [{ headset: false, drawing: true }, 'desktop', 'phone'],
    [{ headset: false, drawing: true }, 'nonsense', 'phone'],
  ] as const)('on a device with %o, coming from “%s”, is “%s”', (device, mode, then) => {
    const handover = { ...made(), settings: { mode } }
    expect(modeOnArrival(handover, { ...device, usual: 'phone' })).toBe(then)
  })

  it('is found again only by the page of its own scene', () => {
    const goOn = made()
    expect([leftFor('small', { goOn }), leftFor('other', { goOn }), leftFor('small', null)]).toEqual([
      goOn,
      undefined,
      undefined,
    ])
  })

  it('has its code in groups to be read out', () => {
    expect(['K7P2MX', 'K7P', ''].map(grouped)).toEqual(['K7P 2MX', 'K7P', ''])
  })
})
