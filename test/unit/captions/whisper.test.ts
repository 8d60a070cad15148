import { describe, expect, it } from 'vitest'
import { logMel, MEL_SAMPLES, MEL_SHAPE } from '../../../web/captions/worker/mel.ts'
import { readVocabulary } from '../../../web/captions/worker/vocabulary.ts'
import { createWhisper, isAnother } from '../../../web/captions/worker/whisper.ts'
import { onnxHere, tinyFiles } from '../../support/tinyModels.ts'

const SECOND = 16_000
const noise = Float32Array.from({ length: 3 * SECOND }, (_, i) => 0.4 * Math.sin(i * i * 3e-5))
const open = (language: string, change?: Parameters<typeof onnxHere>[0]) =>
  createWhisper(tinyFiles('whisper'), onnxHere(change).made, { language, tokensPerSecond: 13 })

describe('a Whisper model', () => {
  it.each([
    ['es', 'El lago está tranquilo.'],
    ['en', 'The lake is quiet.'],
  ])('writes the language that it is told, %s', async (language, sentence) => {
    const model = await open(language)
    const tokens = await model.listen()(noise)
    expect(model.text(tokens)).toBe(sentence)
    for (const { logprob } of tokens) expect(logprob).toBeGreaterThan(-0.1)
  })

  it('writes nothing where it takes it for likely that nobody speaks', async () => {
    const model = await open('en')
    expect(await model.listen()(new Float32Array(3 * SECOND))).toEqual([])
    // but it can be seen to compute, which tells whether a graphics processor does so in the same way
    expect(await model.listen(true)(new Float32Array(3 * SECOND))).not.toEqual([])
  })

  it('writes nothing where clearly another language is spoken than the one that it is told', async () => {
    const { special } = readVocabulary(tinyFiles('whisper').tokenizer)
    const heard = (es: number, en: number) => (logits: Float32Array) => {
      logits[special('<|es|>')] = 20 + Math.log(es)
      logits[special('<|en|>')] = 20 + Math.log(en)
    }
    const strange = await open('en', heard(0.97, 0.03))
    expect(await strange.listen()(noise)).toEqual([])
    expect(await strange.listen(true)(noise)).not.toEqual([])
    const unclear = await open('en', heard(0.9, 0.1))
    expect(unclear.text(await unclear.listen()(noise))).toBe('The lake is quiet.')
  })

  it('writes no more than the sound can hold', async () => {
    const model = await open('en')
    expect(await model.listen()(noise.slice(0, 1600))).toHaveLength(2)
  })

  it('says that any sound costs it as much as half a minute', async () => {
    expect((await open('en')).hearsAtOnce).toBe(30 * SECOND)
  })

  it('cannot be opened for a language that it does not know', async () => {
    await expect(open('tlh')).rejects.toThrow('no <|tlh|>')
  })
})

describe('another language', () => {
  it.each([
    ['is nearly all that is heard', [0.02, 0.96, 0.01, 0.01], true],
    ['is heard twenty times as much as the one that was told', [0.03, 0.65, 0.3, 0.02], true],
    ['is not meant where the one that was told may be heard: they sound alike', [0.06, 0.94, 0, 0], false],
    ['is not meant where it may be any of many: it is short, or noisy', [0.01, 0.39, 0.3, 0.3], false],
    ['is not the one that was told', [0.97, 0.01, 0.01, 0.01], false],
  ])('%s', (_, shares, another) => expect(isAnother(Float32Array.from(shares, Math.log), 0)).toBe(another))
})

describe('how Whisper sees sound', () => {
  // of WhisperFeatureExtractor in Hugging Face's Transformers, for the same sound
  it.each([
    [0, 0, 1.1945579],
    [10, 50, 1.2310251],
    [40, 120, -0.57645464],
    [79, 199, -0.23641658],
    [5, 201, 0.1759209],
    [20, 1000, -0.57645464],
  ])('is as it was trained on: mel %i of frame %i', (mel, frame, expected) => {
    const sound = Float32Array.from(
      { length: 2 * SECOND },
      (_, i) => 0.3 * Math.sin(i * 0.05) + 0.2 * Math.sin(i * i * 1e-5),
    )
    const seen = logMel(sound)
    expect(seen).toHaveLength(MEL_SHAPE[1] * MEL_SHAPE[2])
    expect(seen[mel * MEL_SHAPE[2] + frame]).toBeCloseTo(expected, 4)
  })

  it('has an end: half a minute', () => {
    expect(logMel(new Float32Array(2 * MEL_SAMPLES))).toHaveLength(MEL_SHAPE[1] * MEL_SHAPE[2])
  })
})

describe('a vocabulary', () => {
  const vocabulary = readVocabulary(tinyFiles('whisper').tokenizer)
  it('makes text of pieces of UTF-8, also where a letter is in two', () => {
    const byte = (value: number) => vocabulary.where((text) => text.charCodeAt(0) === value)[0] ?? -1
    expect(vocabulary.text([byte(0x41), byte(0x20), byte(0x7e)])).toBe('A ~')
    const [est] = vocabulary.where((text) => text === ' está')
    expect(vocabulary.text([est ?? -1])).toBe(' está')
  })
  it('has names for what is no text, which is none', () => {
    expect(vocabulary.text([vocabulary.special('<|endoftext|>')])).toBe('')
    expect(() => vocabulary.special('<|nothing|>')).toThrow('<|nothing|>')
  })
})
