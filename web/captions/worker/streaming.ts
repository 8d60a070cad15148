import type { InferenceSession, Tensor, TypedTensor } from 'onnxruntime-common'
import { best, type Decoder, type Made, mostTokensOf, type Token } from './decoder.ts'
import { llamaText } from './llama.ts'
import { notEndAtOnce } from './moonshine.ts'

type Part = 'config' | 'frontend' | 'encoder' | 'adapter' | 'crossKv' | 'decoder'
/** What the models' own `streaming_config.json` says that matters here. */
type Config = {
  depth: number
  nheads: number
  head_dim: number
  encoder_dim: number
  decoder_dim: number
  bos_id: number
  eos_id: number
  /** samples: a piece of sound that is shorter has no feature */
  frame_len: number
  /** how many features ahead the encoder looks */
  total_lookahead: number
  /** what the frontend remembers between two pieces of sound */
  frontend_state_shapes: Record<string, readonly number[]>
}

/** Each layer of the encoder looks so many features back. */
const LOOKS_BACK = 16
const WHOLE_NUMBERS = ['sample_len', 'frame_count']
/** The frontend takes sound in pieces, of 80 ms each. */
const PIECE = 1280

/** A tensor's data, for as long as the tensor is there. */
const floats = (tensor: Tensor | undefined) => {
  if (!tensor) throw new Error('a graph gave nothing')
  return (tensor as TypedTensor<'float32'>).data
}

/**
 * A Moonshine model of the streaming family, as five ONNX graphs with the inputs and outputs that moonshine-ai/moonshine
 * gives them (`moonshine-streaming-model.cpp`). Sound is turned into features once, and a feature into what the decoder
 * listens to once, as the encoder looks only a little ahead: of a phrase that grows only what is new is heard. What was
 * written of it last is the decoder's draft, checked in one go.
 */
export async function createStreaming(
  files: Record<Part, Uint8Array>,
  made: Made,
  { tokensPerSecond }: { tokensPerSecond: number },
): Promise<Decoder> {
  const { Tensor, breathe } = made
  const config: Config = JSON.parse(new TextDecoder().decode(files.config))
  const { depth, nheads, head_dim, encoder_dim, decoder_dim } = config
  const frontend = await made.open(files.frontend)
  const encoder = await made.open(files.encoder)
  const adapter = await made.open(files.adapter)
  const crossKv = await made.open(files.crossKv)
  const decoder = await made.open(files.decoder)
  const mostTokens = mostTokensOf(tokensPerSecond)

  const begun = () =>
    Object.fromEntries(
      Object.entries(config.frontend_state_shapes).map(([name, shape]) => {
        const size = shape.reduce((product, n) => product * n, 1)
        return WHOLE_NUMBERS.includes(name)
          ? [name, new Tensor('int64', new BigInt64Array(size), shape)]
          : [name, new Tensor('float32', new Float32Array(size), shape)]
      }),
    )
  const matrix = (rows: Float32Array, width: number) =>
    new Tensor('float32', rows, [1, rows.length / width, width])

  /** One stream's phrase. What is known of its sound is kept by pieces, as it may grow, end a little earlier, or be another. */
  function createEar() {
    let heard = new Float32Array(0)
    /** after each whole piece: how many samples and features there were, and what the frontend remembered */
    let marks = [{ samples: 0, features: 0, state: begun() }]
    let features = new Float32Array(0)
    /** what the decoder listens to, of the features that nothing later changes */
    let memory = new Float32Array(0)
    const settled = (features: number) => Math.max(0, features - config.total_lookahead) * decoder_dim

    async function hear(piece: Float32Array, state: Record<string, Tensor>) {
      await breathe()
      return frontend.run({ audio_chunk: new Tensor('float32', piece, [1, piece.length]), ...state })
    }

    /** The features of all of it. */
    async function take(audio: Float32Array): Promise<Float32Array> {
      const same = commonLength(heard, audio)
      marks = marks.filter(({ samples }) => samples <= same)
      let last = marks.at(-1) as (typeof marks)[number]
      features = features.slice(0, last.features * encoder_dim)
      memory = memory.slice(0, settled(last.features))
      for (; last.samples + PIECE <= audio.length; marks.push(last)) {
        const { samples, state } = last
        const out = await hear(audio.slice(samples, samples + PIECE), state)
        features = joined(features, floats(out.features))
        last = {
          samples: samples + PIECE,
          features: features.length / encoder_dim,
          state: Object.fromEntries(Object.keys(state).map((name) => [name, out[`${name}_out`] as Tensor])),
        }
      }
      heard = audio.slice()
      const rest = audio.slice(last.samples)
      if (rest.length < config.frame_len) return features
      return joined(features, floats((await hear(rest, last.state)).features))
    }

    /** All that the decoder listens to, of a phrase up to here. */
    return async (audio: Float32Array): Promise<Float32Array> => {
      const all = await take(audio)
      const count = all.length / encoder_dim
      const done = memory.length / decoder_dim
      if (count === done) return memory
      const from = Math.max(0, done - LOOKS_BACK * depth)
      const { encoded } = await encoder.run({ features: matrix(all.slice(from * encoder_dim), encoder_dim) })
      const adapted = await adapter.run({
        encoded: matrix(floats(encoded).slice((done - from) * encoder_dim), encoder_dim),
        pos_offset: new Tensor('int64', [BigInt(done)], [1]),
      })
      const whole = joined(memory, floats(adapted.memory))
      memory = whole.slice(0, Math.max(memory.length, settled(count)))
      return whole
    }
  }

  /** Continues a text with the decoder, whose memory of it are two tensors of [layers, 1, heads, tokens, head]. */
  function createPen(sound: Record<string, Tensor>) {
    let length = 0
    let past: Record<string, Tensor> = {
      k_self: new Tensor('float32', [], [depth, 1, nheads, 0, head_dim]),
      v_self: new Tensor('float32', [], [depth, 1, nheads, 0, head_dim]),
    }
    return {
      /** The logits after each of these tokens. */
      async write(tokens: readonly number[]): Promise<Float32Array[]> {
        const token = new Tensor('int64', BigInt64Array.from(tokens, BigInt), [1, tokens.length])
        const out = await decoder.run({ token, ...past, ...sound })
        past = { k_self: out.out_k_self as Tensor, v_self: out.out_v_self as Tensor }
        length += tokens.length
        const logits = floats(out.logits)
        const width = logits.length / tokens.length
        return tokens.map((_, i) => logits.slice(i * width, (i + 1) * width))
      },
      /** Forgets all after so many tokens. */
      back(to: number): void {
        for (const [name, tensor] of Object.entries(past)) {
          const kept = new Float32Array(depth * nheads * to * head_dim)
          for (let row = 0; row < depth * nheads; row++)
            kept.set(
              floats(tensor).subarray(row * length * head_dim, (row * length + to) * head_dim),
              row * to * head_dim,
            )
          past[name] = new Tensor('float32', kept, [depth, 1, nheads, to, head_dim])
        }
        length = to
      },
    }
  }

  const mayBe = notEndAtOnce(config.eos_id)

  async function decode(memory: Float32Array, most: number, draft: readonly number[]): Promise<Token[]> {
    const { k_cross, v_cross } = await crossKv.run({ memory: matrix(memory, decoder_dim) })
    if (!k_cross || !v_cross) throw new Error('a graph gave nothing')
    const pen = createPen({ out_k_cross: k_cross, out_v_cross: v_cross })
    const tokens: Token[] = []
    const rows = await pen.write([config.bos_id, ...draft])
    for (;;) {
      const row = rows.shift()
      if (!row || tokens.length >= most) break
      const next = best(row, (id) => mayBe(id, tokens.length === 0))
      if (next.id === config.eos_id) break
      const drafted = draft[tokens.length] === next.id && rows.length > 0
      tokens.push(next)
      if (drafted) continue
      if (rows.length > 0) pen.back(tokens.length)
      await breathe()
      rows.splice(0, rows.length, ...(await pen.write([next.id])))
    }
    return tokens
  }

  return {
    listen() {
      const ear = createEar()
      let draft: readonly number[] = []
      return async (audio) => {
        const memory = await ear(audio)
        if (memory.length === 0) return []
        const most = mostTokens(audio.length)
        const tokens = await decode(memory, most, draft.slice(0, most))
        draft = tokens.map(({ id }) => id)
        return tokens
      }
    },
    mostTokens,
    text: llamaText,
    async close() {
      for (const graph of [frontend, encoder, adapter, crossKv, decoder] satisfies InferenceSession[])
        await graph.release()
    },
  }
}

/** How many samples two sounds begin with that are the same. */
function commonLength(a: Float32Array, b: Float32Array): number {
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  return same
}

function joined(a: Float32Array, b: Float32Array): Float32Array<ArrayBuffer> {
  const both = new Float32Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
