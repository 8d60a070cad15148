import { beforeEach, describe, expect, it } from 'vitest'
import type { Decoder, Token } from '../../../web/captions/worker/decoder.ts'
import { raise } from '../../../web/captions/worker/gain.ts'
import { createStreaming } from '../../../web/captions/worker/streaming.ts'
import { onnxHere, tinyFiles } from '../../support/tinyModels.ts'

const SECOND = 16_000
const FRAME = 512
/** Something that is nowhere the same. */
const sound = (seconds: number, seed = 1) => {
  let state = seed
  return Float32Array.from({ length: seconds * SECOND }, (_, i) => {
    state = (state * 1103515245 + 12345) % 2 ** 31
    return 0.3 * Math.sin(i * i * 1e-6 * seed) + 0.1 * (state / 2 ** 30 - 1)
  })
}
const whole = sound(6)
const upTo = (frames: number) => whole.slice(0, frames * FRAME)

describe('a model of the streaming family', () => {
  let model: Decoder
  let lengths: number[]
  beforeEach(async () => {
    const here = onnxHere()
    lengths = here.lengths
    model = await createStreaming(tinyFiles('moonshine-streaming'), here.made, { tokensPerSecond: 13 })
  })
  const fresh = (audio: Float32Array) => model.listen()(audio)
  const rounded = (tokens: readonly Token[]) =>
    tokens.map(({ id, logprob }) => [id, Number(logprob.toFixed(6))])

  it('writes what it hears, and is sure of it', async () => {
    const tokens = await fresh(whole)
    expect(model.text(tokens)).toBe('we have this but you')
    for (const { logprob } of tokens) expect(logprob).toBeGreaterThan(-0.1)
  })

  it('hears: how sure it is depends on the sound', async () => {
    expect(rounded(await fresh(sound(3, 2)))).not.toEqual(rounded(await fresh(sound(3, 3))))
  })

  it('hears the same of a phrase that grows, and ends a little earlier, as of each length alone', async () => {
    const listen = model.listen()
    for (const frames of [20, 27, 41, 42, 90, 150, 131, 132, 187, 187, 60])
      expect([frames, rounded(await listen(upTo(frames)))]).toEqual([
        frames,
        rounded(await fresh(upTo(frames))),
      ])
  })

  it('hears only what is new of a phrase that grows', async () => {
    const listen = model.listen()
    await listen(upTo(100))
    const before = lengths.length
    await listen(upTo(110))
    const again = lengths.slice(before).reduce((sum, length) => sum + length, 0)
    // the last piece is heard once more, as it was not whole
    expect(again).toBeLessThan(10 * FRAME + 1280)
  })

  it('hears only what is new also where a quiet voice is raised that grows louder', async () => {
    const listen = model.listen()
    const quiet = whole.map((sample, i) => sample * (0.01 + (0.02 * i) / whole.length))
    for (let frames = 10; frames <= 180; frames += 10) await listen(raise(quiet.slice(0, frames * FRAME)))
    const heard = lengths.reduce((sum, length) => sum + length, 0)
    // each piece once, twice where the gain changed, and the last one once more each time
    expect(heard).toBeLessThan(2.5 * 180 * FRAME)
  })

  it('takes another phrase for another, and does not mix up streams', async () => {
    const [one, two] = [model.listen(), model.listen()]
    await one(upTo(80))
    const other = sound(4, 7)
    expect(rounded(await two(other))).toEqual(rounded(await fresh(other)))
    expect(rounded(await one(other))).toEqual(rounded(await fresh(other)))
  })

  it('takes sound of any length', async () => {
    for (const samples of [1280, 1281, 1359, 1360, 1600, 2601])
      expect(model.text(await fresh(whole.slice(0, samples)))).toMatch(/^we have/)
  })

  it('writes no more than the sound can hold', async () => {
    expect(model.mostTokens(1600)).toBe(2)
    expect(await fresh(whole.slice(0, 1600))).toHaveLength(2)
  })
})
