import { describe, expect, it } from 'vitest'
import { beginOf, secondsOf } from '../../scenes/kit/timeline.ts'
import { cueNow, lineOf } from '../../web/empathy/together/sceneLines.ts'
import { smallScene as manifest, smallScript as script } from '../support/visits.ts'

const of = { manifest, script }
const OPENED = 1_000
const playing = { stage: 'playing', clock: { at: 5_000, t: 0, running: true } } as const
/** Everything that comes within a scene, looked at ten times a second from the first moment to the last. */
const all = (scene: Parameters<typeof cueNow>[0] = playing, language: 'en' | 'es' = 'en') => {
  const said: string[] = []
  for (let t = 0; t <= secondsOf(manifest.beats); t += 0.1) {
    const cue = cueNow(scene, of, 5_000 + t * 1000)
    if (!cue) continue
    const { id, name, text } = lineOf(cue, of, OPENED, language)
    const line = `${id} ${name}: ${text}`
    if (said.at(-1) !== line) said.push(line)
  }
  return said
}

describe('the lines of the circle’s scene, for a screen that has only the room’s clock', () => {
  it('are those that whoever chooses nothing reads, each under who says it, and a sound under the scene’s name', () => {
    expect(all()).toEqual([
      '1000/come/0 Ana: I come in.',
      '1000/come/1 Small: [a door]',
      '1000/turn/0 Ben: Shall I?',
    ])
  })

  it('have the mark of their speaker, as in the scene itself, and the reader’s language', () => {
    const [ana, ben] = ['come', 'turn'].map((id) => {
      const cue = cueNow(playing, of, 5_000 + beginOf(manifest.beats, id) * 1000 + 500)
      return cue && lineOf(cue, of, OPENED, 'es')
    })
    expect([ana?.seat, ben?.seat]).toEqual([0, 1])
    expect(ana?.language).toBe('es')
  })

  it('stand still in a pause, and are none before it begins and after it is over', () => {
    const paused = { stage: 'playing', clock: { at: 5_000, t: 0.5, running: false } } as const
    expect(all(paused)).toEqual(['1000/come/0 Ana: I come in.'])
    for (const stage of ['notes', 'grounding', 'questions'] as const)
      expect(all({ ...playing, stage })).toEqual([])
  })
})
