import type { InferenceSession } from 'onnxruntime-common'
import { best, type Decoder, type Made, mostTokensOf, probabilityOf } from './decoder.ts'
import { createGreedy, type Shape } from './greedy.ts'
import { logMel, MEL_SAMPLES, MEL_SHAPE } from './mel.ts'
import { readVocabulary } from './vocabulary.ts'

type Part = 'encoder' | 'decoder' | 'tokenizer'

/**
 * As OpenAI's own decoding has it: the least mean log-probability, and from what probability on nobody speaks. There sure words
 * are kept even then; but it is sure of what it makes up of silence, too (“Thank you.”).
 */
const LEAST_SURE = -1
const NO_SPEECH = 0.6

/**
 * Another language is spoken than the one that it was told when that has less than the one share of all languages, and another
 * more than the other: at least ten times as much. What is short or noisy is shared by many, and what sounds alike (Catalan
 * and Spanish) by two. Told a language that nobody speaks, it writes a translation, or what only sounds like words.
 */
const UNLIKELY = 0.05
const LIKELY = 0.5

/** The decoder has room for so many tokens, with what it is told first. */
const POSITIONS = 448

/**
 * Signs that Whisper writes for sounds that are no words, as in “[Music]” or “♪”: never written, as in OpenAI's own decoding.
 */
const NO_WORD = /^["#()*+/:;<=>@[\\\]^_`{|}~「」『』♩♪♫♬♭♮♯]+$/u
const NO_WORDS = [' -', " '"]

/**
 * A multilingual Whisper model (Radford et al. 2022, arXiv 2212.04356) as two ONNX graphs and the vocabulary of its
 * `tokenizer.json`. It is told the language. It makes words of silence, and of other languages: nothing is decoded where it
 * takes one of these for likely itself.
 */
export async function createWhisper(
  files: Record<Part, Uint8Array>,
  made: Made,
  { language, tokensPerSecond }: { language: string; tokensPerSecond: number },
): Promise<Decoder> {
  const { Tensor } = made
  const vocabulary = readVocabulary(files.tokenizer)
  const special = (name: string) => vocabulary.special(`<|${name}|>`)
  const prompt = ['startoftranscript', language, 'transcribe', 'notimestamps'].map(special)
  const end = special('endoftext')
  // all languages that it knows stand between these two, as in its own `detect_language`
  const languages = [special('startoftranscript') + 1, special('translate')] as const
  const told = special(language) - languages[0]
  // its name differs, its place does not
  const noSpeech = special('notimestamps') - 1
  const never = new Set(vocabulary.where((text) => NO_WORD.test(text.trim()) || NO_WORDS.includes(text)))
  const neverFirst = new Set([...vocabulary.where((text) => text === ' '), end])

  /** By the logits after the token that begins each text. */
  const isSpeech = (logits: Float32Array) => probabilityOf(logits, noSpeech) < NO_SPEECH
  const isTold = (logits: Float32Array) => !isAnother(logits.subarray(...languages), told)

  const [encoder, decoder] = [await made.open(files.encoder), await made.open(files.decoder)]
  const write = createGreedy(decoder, shapeOf(decoder), made)
  const mostTokens = mostTokensOf(tokensPerSecond)

  return {
    listen: (anything) => async (audio) => {
      const heard = await encoder.run({ input_features: new Tensor('float32', logMel(audio), MEL_SHAPE) })
      const hidden = heard.last_hidden_state
      if (!hidden) throw new Error('the encoder gave nothing')
      const tokens = await write({
        hidden,
        prompt,
        end,
        most: Math.min(mostTokens(audio.length), POSITIONS - prompt.length),
        // what comes after the end in the vocabulary is no text
        mayBe: (id, first) => id <= end && !never.has(id) && !(first && neverFirst.has(id)),
        goesOn: (logits) => anything || (isSpeech(logits) && isTold(logits)),
      })
      hidden.dispose()
      return tokens
    },
    mostTokens,
    text: (tokens) => vocabulary.text(tokens.map(({ id }) => id)).trim(),
    leastSure: LEAST_SURE,
    hearsAtOnce: MEL_SAMPLES,
    async close() {
      await encoder.release()
      await decoder.release()
    },
  }
}

/** Whether another language is spoken than the one that was told, by the logits of all languages. */
export const isAnother = (languages: Float32Array, told: number): boolean =>
  probabilityOf(languages, told) < UNLIKELY && Math.exp(best(languages).logprob) > LIKELY

/** How the decoder is laid out, by what it wants to be told. */
function shapeOf({ inputMetadata }: InferenceSession): Shape {
  const keys = inputMetadata.filter(({ name }) => /^past_key_values\.\d+\.decoder\.key$/.test(name))
  const [first] = keys
  const [, heads, , headSize] = first?.isTensor ? first.shape : []
  if (typeof heads !== 'number' || typeof headSize !== 'number') throw new Error('no decoder of Whisper')
  return { layers: keys.length, heads, headSize }
}
