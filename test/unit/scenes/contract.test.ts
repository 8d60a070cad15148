import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalog, sceneOf } from '../../../scenes/catalog.ts'
import { problemsOf, waysThrough } from '../../../scenes/kit/check.ts'
import { createMixer, loudest, sharpestRise } from '../../../scenes/kit/sound/render.ts'
import { beginOf, cueAt, cuesOf, secondsOf } from '../../../scenes/kit/timeline.ts'
import type { Made, Manifest, SceneSound, Script } from '../../../scenes/kit/types.ts'
import { load } from '../../../scenes/load.ts'
import { MODES } from '../../../web/empathy/visit.ts'
import { steps, walk } from './walk.ts'

const RATE = 16_000
const LEVELS = [1, 2, 3] as const
/** Decibels from one tenth of a second to the next. */
const SHARPEST_RISE = 12
/** As loud as this, a sound that happens is named in the captions. */
const TO_BE_NAMED = 0.3

const sounds = (script: Script, beat: string, made: Made) =>
  cuesOf(script, beat, made).filter(({ line }) => line.who === null)

/** Every hit that is heard and not named within half a second of it, for some way of choosing. */
function unnamedHits(script: Script, sound: SceneSound): string[] {
  const unnamed = sound.hits.flatMap(({ id, beat, at, gain }) =>
    gain >= TO_BE_NAMED &&
    waysThrough(script).some(
      (made) => !sounds(script, beat, made).some((cue) => Math.abs(cue.at - at) <= 0.5),
    )
      ? [`“${id}” at ${at.toFixed(1)} s of “${beat}” has no caption in brackets within 0.5 s`]
      : [],
  )
  return [...new Set(unnamed)]
}

/** Every layer that comes in during a beat which names no sound at all. */
function unnamedLayers(manifest: Manifest, script: Script, sound: SceneSound): string[] {
  const mixer = createMixer({ manifest, script, sound: { ...sound, hits: [] }, rate: 100 })
  const unnamed = new Set<string>()
  for (const made of waysThrough(script))
    for (const { id, seconds } of manifest.beats) {
      const from = beginOf(manifest.beats, id)
      if (sounds(script, id, made).length > 0) continue
      const gains = mixer.gains({ from, to: from + seconds - 0.1, made, intensity: 3 })
      for (const [index, row] of gains.entries())
        if ((row[0] ?? 0) < 0.1 && row.some((gain) => gain >= TO_BE_NAMED))
          unnamed.add(`“${sound.layers[index]?.id}” comes in in “${id}”, which has no caption in brackets`)
    }
  return [...unnamed]
}

const folder = new URL('../../../scenes/', import.meta.url)

describe('the scenes there are', () => {
  it('are all in the catalogue, which has no others', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() && entry.name !== 'kit' ? [entry.name] : [],
    )
    expect(catalog.map(({ id }) => id).toSorted()).toEqual(folders.toSorted())
  })

  it.each(catalog.map(({ id, status }) => [id, status]))(
    '%s says where it comes from, and that it is %s',
    (id, status) => {
      const provenance = readFileSync(new URL(`${id}/provenance.md`, folder), 'utf8')
      expect(provenance).toMatch(new RegExp(`^\\*\\*Status: ${status}\\.\\*\\*`, 'm'))
    },
  )
})

describe.each(catalog.map((manifest): [string, Manifest] => [manifest.id, manifest]))(
  '%s',
  (id, manifest) => {
    const parts = load[id as keyof typeof load]
    if (!parts) throw new Error(`${id} is in scenes/catalog.ts, and has no line in scenes/load.ts`)
    const { beats } = manifest

    it('is complete and keeps to the arc', async () => {
      expect(problemsOf(manifest, await parts.script())).toEqual([])
    })

    it('is found by its name', () => {
      expect(sceneOf(id)).toBe(manifest)
    })

    it('says that it is a draft until somebody has reviewed it', () => {
      if (manifest.status === 'reviewed') expect(manifest.provenance.reviewers).not.toEqual([])
      else expect(manifest.provenance.reviewedOn).toBeUndefined()
    })

    it('gives every choice something that follows from it', async () => {
      const script = await parts.script()
      const lines = Object.values(script.beats).flatMap((beat) => beat.lines)
      for (const { choice } of Object.values(script.beats))
        for (const option of choice?.options ?? [])
          expect(
            lines.some((line) => line.when?.[choice?.id ?? ''] === option.id),
            option.id,
          ).toBe(true)
    })

    it('comes to its end by every way of going through it', async () => {
      const script = await parts.script()
      fc.assert(
        fc.property(fc.constantFrom(...MODES), steps, (mode, list) => {
          const { end, lastBeat, played, problems } = walk({ manifest, script }, mode, list)
          expect(problems).toEqual([])
          expect(end.phase).toBe('grounding')
          expect(lastBeat).toBe(beats.at(-1)?.id)
          expect(played).toBeLessThanOrEqual(1.5 * secondsOf(beats))
        }),
        { numRuns: 200 },
      )
    })

    it('names in brackets what is heard', async () => {
      const [script, sound] = await Promise.all([parts.script(), parts.sound()])
      expect([...unnamedHits(script, sound), ...unnamedLayers(manifest, script, sound)]).toEqual([])
    })

    it('has sounds only in beats there are, and within them', async () => {
      const { layers, hits } = await parts.sound()
      for (const { beat, at } of hits) {
        const seconds = beats.find((one) => one.id === beat)?.seconds ?? 0
        expect(at).toBeGreaterThanOrEqual(0)
        expect(at).toBeLessThan(seconds)
      }
      for (const ids of [layers.map((l) => l.id), hits.map((h) => h.id)])
        expect(new Set(ids).size).toBe(ids.length)
    })

    it('is never loud, and never louder at once, in any beat, at any level, by any way of choosing', async () => {
      const [script, sound] = await Promise.all([parts.script(), parts.sound()])
      const mixer = createMixer({ manifest, script, sound, rate: RATE })
      const heard = new Set<string>()
      const problems: string[] = []
      for (const made of waysThrough(script))
        for (const intensity of LEVELS)
          for (const beat of beats) {
            const begin = beginOf(beats, beat.id)
            // a moment of the beat before it: it may not begin with a jump
            const passage = { from: Math.max(0, begin - 0.3), to: begin + beat.seconds, made, intensity }
            const gains = mixer.gains(passage)
            const key = `${beat.id} ${JSON.stringify(gains)}`
            if (heard.has(key)) continue
            heard.add(key)
            const level = `level ${intensity}, ${JSON.stringify(made)}`
            /** What is there so many seconds into the passage. */
            const where = (at: number) => {
              const into = passage.from + at - begin
              const { line } = cueAt(cuesOf(script, beat.id, made), into) ?? {}
              const said = line ? `while it says “${line.en}”` : 'between two captions'
              return `${into.toFixed(1)} s into “${beat.id}” of ${id}, ${said} (${level})`
            }
            if (gains.some((row) => row.some((gain) => !(gain >= 0 && gain <= 1))))
              problems.push(`a gain is not between 0 and 1 in “${beat.id}” of ${id} (${level})`)
            const mix = mixer.render(passage)
            const peak = loudest(mix, RATE)
            const rise = sharpestRise(mix, RATE)
            if (!(peak.dB <= manifest.comfort.peakDb))
              problems.push(`${peak.dB.toFixed(1)} dB, ${where(peak.at)}`)
            if (!(rise.dB <= SHARPEST_RISE))
              problems.push(`${rise.dB.toFixed(1)} dB louder at once, ${where(rise.at)}`)
          }
      expect(problems).toEqual([])
    }, 120_000)
  },
)
