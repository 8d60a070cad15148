import type { ListedFile, ListedModel } from '../models.ts'

type Whisper = Extract<ListedModel, { kind: 'whisper' }>
type Part = readonly [path: string, bytes: number, sha256: string]

/** Whisper heard a thousand hours or more of each of these (Radford et al. 2022, arXiv 2212.04356); of others it understands less. */
const LANGUAGES = [
  ...['en', 'zh', 'de', 'es', 'ru', 'fr', 'pt', 'ko', 'ja', 'tr', 'pl', 'it', 'sv', 'nl', 'ca', 'fi', 'id'],
]

/** Both have the vocabulary of all languages. */
const TOKENIZER: Part = [
  'tokenizer.json',
  2_480_466,
  '27fc476bfe7f17299480be2273fc0608e4d5a99aba2ab5dec5374b4482d1a566',
]

function whisper(name: string, label: string, revision: string, encoder: Part, decoder: Part): Whisper {
  const file = ([path, bytes, sha256]: Part, as: string): ListedFile => ({
    path: as,
    bytes,
    sha256,
    from: `https://huggingface.co/onnx-community/${name}/resolve/${revision}/${path}`,
  })
  return {
    name,
    label,
    languages: LANGUAGES,
    kind: 'whisper',
    tokensPerSecond: 13,
    licence: 'MIT',
    files: {
      encoder: file(encoder, 'encoder_model.onnx'),
      decoder: file(decoder, 'decoder_model_merged.onnx'),
      tokenizer: file(TOKENIZER, 'tokenizer.json'),
    },
  }
}

export const whisperModels: readonly ListedModel[] = [
  whisper(
    'whisper-tiny',
    'Whisper Tiny, 17 languages',
    'ff4177021cc41f7db950912b73ea4fdf7d01d8e7',
    [
      'onnx/encoder_model_quantized.onnx',
      10_124_990,
      '2af4a414ca47aa30f61246017e5fe82b0a8d229281d1255ba666a2a7f6b84d19',
    ],
    [
      'onnx/decoder_model_merged_quantized.onnx',
      30_719_241,
      '25e807a962b6349356d0ea5d0dfe530b7e5bf0e2a484aeca0359d03143faddd3',
    ],
  ),
  // its encoder is the whole one: with the smaller one it repeats itself more often
  whisper(
    'whisper-base',
    'Whisper Base, 17 languages',
    '1846881b6b3a3024392c1eea3ad983695bc23925',
    [
      'onnx/encoder_model.onnx',
      82_468_078,
      'a9f3b752833b49e880dec91ee5b6d936112be7c3ea07c221024ba493439f46fe',
    ],
    [
      'onnx/decoder_model_merged_quantized.onnx',
      53_693_315,
      'fa3ef9902734ce5ae6f9ef2bdb2ba9a6c4b5785b09f4f420ce036573dc9d090b',
    ],
  ),
]
