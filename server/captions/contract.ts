import { z } from 'zod'
import { type Contract, line } from '../lib/contract.ts'

/** ISO 639, as in the first part of a BCP 47 tag. */
const Language = z.string().regex(/^[a-z]{2,3}$/)

const ModelFile = z.object({
  /** in the model's own folder */
  path: z.string().regex(/^\w[\w.-]{0,99}\.(onnx|ort|json|bin|spm)$/),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type ModelFile = z.infer<typeof ModelFile>

const about = {
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  label: line(1, 80),
  /** what has to be shown where it is used, if its licence says so */
  notice: line(1, 200).optional(),
}
const speech = {
  ...about,
  languages: z.array(Language).min(1),
  /** the most tokens that a second of sound is worth */
  tokensPerSecond: z.number().positive().max(50),
}

// a kind says what reads the files, and each file has its part in it
const Moonshine = z.object({
  ...speech,
  kind: z.literal('moonshine'),
  /** how large the network is */
  shape: z.enum(['tiny', 'base']),
})
const Streaming = z.object({ ...speech, kind: z.literal('moonshine-streaming') })
const Whisper = z.object({ ...speech, kind: z.literal('whisper') })
const Translation = z.object({
  ...about,
  kind: z.literal('translation'),
  from: Language,
  into: Language,
})
const parts = {
  moonshine: z.enum(['encoder', 'decoder']),
  streaming: z.enum(['config', 'frontend', 'encoder', 'adapter', 'crossKv', 'decoder']),
  whisper: z.enum(['encoder', 'decoder', 'tokenizer']),
  translation: z.enum(['model', 'vocabulary', 'shortlist']),
}

const licence = z.string().min(1)

/** A model of this service: what `model.json` in its folder says. */
export const Model = z.discriminatedUnion('kind', [
  Moonshine.extend({ licence, files: z.record(parts.moonshine, ModelFile) }),
  Streaming.extend({ licence, files: z.record(parts.streaming, ModelFile) }),
  Whisper.extend({ licence, files: z.record(parts.whisper, ModelFile) }),
  Translation.extend({ licence, files: z.record(parts.translation, ModelFile) }),
])
export type Model = z.infer<typeof Model>

// the files are addresses here, which never change their content
const bytes = z.int()
const address = z.string()

/** What a browser has to know of a model that writes speech down. */
export const OfferedModel = z.discriminatedUnion('kind', [
  Moonshine.extend({ bytes, files: z.record(parts.moonshine, address) }),
  Streaming.extend({ bytes, files: z.record(parts.streaming, address) }),
  Whisper.extend({ bytes, files: z.record(parts.whisper, address) }),
])
export type OfferedModel = z.infer<typeof OfferedModel>

/** What a browser has to know of a model that translates captions. */
export const OfferedTranslation = Translation.extend({ bytes, files: z.record(parts.translation, address) })
export type OfferedTranslation = z.infer<typeof OfferedTranslation>

export const captionsContract = {
  'GET /api/captions/models': {
    summary: 'Models that this service has for captions, besides the one that comes with Hearthside',
    response: z.object({ models: z.array(OfferedModel), translations: z.array(OfferedTranslation) }),
  },
} as const satisfies Contract
