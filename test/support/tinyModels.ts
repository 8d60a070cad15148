import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as ort from 'onnxruntime-web'
import type { Made } from '../../web/captions/worker/decoder.ts'
import { layModel } from './models.ts'

/** See `tinyModels/README.md`: what they are, how they were made, and what they have learnt. */
const read = (path: string) => readFileSync(join(import.meta.dirname, 'tinyModels', path))
const FILES = {
  whisper: {
    encoder: 'encoder_model.onnx',
    decoder: 'decoder_model_merged.onnx',
    tokenizer: 'tokenizer.json',
  },
  'moonshine-streaming': {
    config: 'streaming_config.json',
    frontend: 'frontend.ort',
    encoder: 'encoder.ort',
    adapter: 'adapter.ort',
    crossKv: 'cross_kv.ort',
    decoder: 'decoder_kv.ort',
  },
} as const
const FOLDERS = { whisper: 'whisper', 'moonshine-streaming': 'streaming' } as const
type Kind = keyof typeof FILES

/** A tiny model's files by their part. */
export function tinyFiles<K extends Kind>(kind: K) {
  const files = Object.entries<string>(FILES[kind]).map(([part, path]) => [
    part,
    read(`${FOLDERS[kind]}/${path}`),
  ])
  return Object.fromEntries(files) as Record<keyof (typeof FILES)[K], Uint8Array>
}

/** Lays a tiny model in a data folder as its operator would by hand. */
export function layTinyModel(
  dataDir: string,
  kind: Kind,
  about: { name: string; label: string; languages: string[] },
): string {
  const files = Object.entries(FILES[kind]).map(([part, path]) => [
    part,
    { path, content: read(`${FOLDERS[kind]}/${path}`) },
  ])
  return layModel(dataDir, { ...about, kind, tokensPerSecond: 13 }, Object.fromEntries(files))
}

/**
 * ONNX in this process, on one thread. `change`: puts other logits in the place of those that Whisper's decoder gives after the
 * token that begins each text, since the tiny one has learnt little there.
 */
export function onnxHere(change?: (logits: Float32Array) => void) {
  ort.env.wasm.numThreads = 1
  const lengths: number[] = []
  const made: Made = {
    async open(graph) {
      const session = await ort.InferenceSession.create(graph, { executionProviders: ['wasm'] })
      const run = session.run.bind(session)
      session.run = (async (feeds: Record<string, ort.Tensor>) => {
        if (feeds.audio_chunk) lengths.push(feeds.audio_chunk.dims[1] ?? 0)
        const out = await run(feeds)
        if (feeds.use_cache_branch?.data[0] === 0) change?.(out.logits?.data as Float32Array)
        return out
      }) as typeof session.run
      return session
    },
    Tensor: ort.Tensor,
    breathe: async () => {},
  }
  return {
    made,
    /** how many samples each run of a frontend took */
    lengths,
  }
}
