import { describe, expect, it } from 'vitest'
import { waysThrough } from '../../../scenes/kit/check.ts'
import { beginOf, moveTo, secondsOf, settledChoices } from '../../../scenes/kit/timeline.ts'
import type { Intensity, Made, Manifest, Moment, Script } from '../../../scenes/kit/types.ts'
import { emptyLevel, levelAt, veilAt } from '../../../scenes/saturday-supermarket/light.ts'
import { manifest as shop } from '../../../scenes/saturday-supermarket/manifest.ts'
import { script as shopScript } from '../../../scenes/saturday-supermarket/script.ts'
import { hourAt, lampAt, pathLampAt, phoneAt } from '../../../scenes/the-second-cup/hours.ts'
import { manifest as cup } from '../../../scenes/the-second-cup/manifest.ts'
import { script as cupScript } from '../../../scenes/the-second-cup/script.ts'
import { emptyLook, lookAt, roomLight, veilAt as veilAtHome } from '../../../scenes/three-good-hours/day.ts'
import { manifest as day } from '../../../scenes/three-good-hours/manifest.ts'
import { script as dayScript } from '../../../scenes/three-good-hours/script.ts'
import { inKitchen } from '../../../scenes/three-good-hours/where.ts'

const level = emptyLevel()
const levelOf = (moment: Moment) => {
  levelAt(moment, level)
  return level
}

const look = emptyLook()
const lookOf = (moment: Moment) => {
  lookAt(moment, look)
  return look
}
/** What only the flat has: nothing to compare while one is in Maya's kitchen. */
function sunAt(moment: Moment): number {
  if (inKitchen(moment.beat.id, moment.made)) return Number.NaN
  const { sun, drawn } = lookOf(moment)
  return (sun * (1 - 0.72 * drawn) * veilAtHome(moment)) / BRIGHTEST
}
/** What the fullest light has, so that all of these go from 0 to about 1. */
const FULLEST = 2.5
const BRIGHTEST = 5

const SCENES: readonly [Manifest, Script, Record<string, (moment: Moment) => number>][] = [
  [cup, cupScript, { hourAt, lampAt, phoneAt, path: (m) => pathLampAt(m, 4) }],
  [
    day,
    dayScript,
    {
      room: (m) => roomLight(m, lookOf(m)) / FULLEST,
      sun: sunAt,
    },
  ],
  [
    shop,
    shopScript,
    {
      bright: (m) => levelOf(m).bright * veilAt(m),
      cool: (m) => levelOf(m).cool,
      shelf: (m) => levelOf(m).shelf,
      near: (m) => levelOf(m).near,
    },
  ],
]
/** Where light changes most. */
const LEVEL: Intensity = 3

function momentAt(manifest: Manifest, script: Script, t: number, made: Made, intensity: Intensity): Moment {
  const [beat] = manifest.beats
  if (!beat) throw new Error('a scene without beats')
  const moment: Moment = { t: 0, beat, into: 0, made: {}, intensity, still: false }
  moveTo(moment, manifest.beats, t)
  const early = Object.keys(made).filter((id) => {
    const at = manifest.beats.find((one) => script.beats[one.id]?.choice?.id === id)
    return at && t >= beginOf(manifest.beats, at.id) + at.seconds
  })
  moment.made = settledChoices(
    manifest,
    script,
    Object.fromEntries(early.map((id) => [id, made[id] ?? ''])),
    t,
  )
  return moment
}

describe.each(SCENES)('the light of $id', (manifest, script, lights) => {
  it('goes slowly, whatever is chosen: no tenth of a second changes it by more than an eighth', () => {
    for (const made of waysThrough(script))
      for (const [name, light] of Object.entries(lights)) {
        let before = light(momentAt(manifest, script, 0, made, LEVEL))
        for (let t = 0.1; t < secondsOf(manifest.beats); t += 0.1) {
          const now = light(momentAt(manifest, script, t, made, LEVEL))
          if (Math.abs(now - before) > 0.125)
            expect.fail(
              `${name} goes from ${before} to ${now} at ${t.toFixed(1)} s with ${JSON.stringify(made)}`,
            )
          before = now
        }
      }
  }, 60_000)

  it('does not jump when one chooses early', () => {
    for (const made of waysThrough(script))
      for (const beat of manifest.beats) {
        const choice = script.beats[beat.id]?.choice
        if (!choice) continue
        const begin = beginOf(manifest.beats, beat.id)
        for (const [name, light] of Object.entries(lights)) {
          const chosen = light(momentAt(manifest, script, begin + choice.from, made, LEVEL))
          const next = light(momentAt(manifest, script, begin + beat.seconds, made, LEVEL))
          expect(Math.abs(next - chosen), `${name} at “${beat.id}”`).not.toBeGreaterThan(0.06)
        }
      }
  })
})
