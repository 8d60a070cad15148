import { layModel } from './models.ts'

/**
 * A model of the kind that Firefox translates with (Marian's binary format, as in its `intgemm.alphas.bin`), as small as can
 * be. Its weights are set by hand: after each word of the one sentence it says the next. Which words it may say depends
 * on the words it is given, by the shortlist.
 */
export const ENGLISH = 'The lake is quiet.'
export const SPANISH = 'El lago está tranquilo.'

const SIZE = 32
const END = 0
const UNKNOWN = 1
const source = ['▁The', '▁lake', '▁is', '▁quiet']
const target = ['▁El', '▁lago', '▁está', '▁tranquilo']
/** So many pieces may always be said; the next ones only fill up what is said at once, to a multiple of eight. */
const ALWAYS = 8
const FILL = 8
const pieces = ['</s>', '<unk>', '.']
while (pieces.length < ALWAYS + FILL) pieces.push(`▁${pieces.length}`)
pieces.push(...source, ...target)
while (pieces.length < SIZE) pieces.push(`▁${pieces.length}`)
const idOf = (piece: string) => pieces.indexOf(piece)

const u32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer)
const u64 = (...values: number[]) => Buffer.from(BigUint64Array.from(values, BigInt).buffer)
const f32 = (...values: number[]) => Buffer.from(Float32Array.from(values).buffer)

type Item = { name: string; type: number; shape: readonly number[]; data: Buffer }
const FLOATS = 0x404
const INT8 = 0x4101

const floats = (name: string, shape: readonly number[], value: number): Item => ({
  name,
  type: FLOATS,
  shape,
  data: f32(...Array<number>(shape.reduce((product, n) => product * n, 1)).fill(value)),
})

/** A matrix of 8-bit numbers: its transpose, and what they are to be divided by. */
function int8(
  name: string,
  [rows, columns]: readonly [number, number],
  at: (row: number, column: number) => number,
  divisor: number,
): Item {
  const values = Int8Array.from({ length: rows * columns }, (_, i) => at(i % rows, Math.floor(i / rows)))
  return {
    name,
    type: INT8,
    shape: [rows, columns],
    data: Buffer.concat([Buffer.from(values.buffer), f32(divisor)]),
  }
}

/** A layer's weights, with what its input is multiplied by to fit into 8 bits. */
const layer = (name: string, at: (row: number, column: number) => number = () => 0): Item[] => [
  int8(name, [SIZE, SIZE], at, 32),
  floats(`${name}_QuantMultA`, [1], 5),
]
const norm = (name: string): Item[] => [
  floats(`${name}_ln_scale`, [1, SIZE], 1),
  floats(`${name}_ln_bias`, [1, SIZE], 0),
]
const attention = (name: string): Item[] => [
  ...['q', 'k', 'v', 'o'].flatMap((which) => [
    ...layer(`${name}_W${which}`),
    floats(`${name}_b${which}`, [1, SIZE], 0),
  ]),
  ...norm(`${name}_Wo`),
]
const feedForward = (name: string): Item[] => [
  ...['1', '2'].flatMap((which) => [
    ...layer(`${name}_W${which}`),
    floats(`${name}_b${which}`, [1, SIZE], 0),
  ]),
  ...norm(`${name}_ffn`),
]

function model(): Buffer {
  const sentence = [END, ...target.map(idOf), idOf('.'), END]
  const isNext = (word: number, other: number) =>
    sentence.some((id, i) => id === word && sentence[i + 1] === other)
  const yaml = `dim-emb: ${SIZE}\ntransformer-heads: 2\nenc-depth: 1\ndec-depth: 1\ntransformer-dim-ffn: ${SIZE}\n\0`
  const items: Item[] = [
    { name: 'special:model.yml', type: 0x101, shape: [yaml.length], data: Buffer.from(yaml) },
    // each word is a direction of its own
    { ...int8('Wemb', [SIZE, SIZE], (a, b) => (a === b ? 127 : 0), 127) },
    floats('none_QuantMultA', [1], 25),
    floats('decoder_ff_logit_out_b', [1, SIZE], 0),
    ...attention('encoder_l1_self'),
    ...feedForward('encoder_l1_ffn'),
    ...layer('decoder_l1_rnn_W', (from, to) => (isNext(from, to) ? 127 : 0)),
    ...layer('decoder_l1_rnn_Wf'),
    // what was before is forgotten
    floats('decoder_l1_rnn_bf', [1, SIZE], -20),
    ...norm('decoder_l1_rnn_ffn'),
    ...attention('decoder_l1_context'),
    ...feedForward('decoder_l1_ffn'),
  ]
  return Buffer.concat([
    u64(1, items.length),
    ...items.map(({ name, type, shape, data }) => u64(name.length + 1, type, shape.length, data.length)),
    ...items.map(({ name }) => Buffer.from(`${name}\0`)),
    ...items.map(({ shape }) => Buffer.from(Int32Array.from(shape).buffer)),
    u64(0),
    ...items.map(({ data }) => data),
  ])
}

/** A SentencePiece vocabulary: a Protocol Buffers message of pieces, each with a score and a type. */
function vocabulary(): Buffer {
  const message = (field: number, content: Buffer) =>
    Buffer.concat([Buffer.from([(field << 3) | 2, content.length]), content])
  const types: Record<number, number> = { [END]: 3, [UNKNOWN]: 2 }
  return Buffer.concat(
    pieces.map((piece, id) =>
      message(
        1,
        Buffer.concat([
          message(1, Buffer.from(piece)),
          Buffer.from([(2 << 3) | 5]),
          f32(-1),
          Buffer.from([3 << 3, types[id] ?? 1]),
        ]),
      ),
    ),
  )
}

/** What may be said for each word: the first pieces always, and its translation. */
function shortlist(): Buffer {
  const offsets = pieces.map((_, id) => Math.max(0, Math.min(id - ALWAYS - FILL, source.length)))
  const lists = target.map(idOf)
  return Buffer.concat([
    u64(0, 0, ALWAYS, 1, offsets.length + 1, lists.length),
    u64(...offsets, lists.length),
    ...lists.map(u32),
  ])
}

export const tinyTranslation = () => ({
  model: model(),
  vocabulary: vocabulary(),
  shortlist: shortlist(),
})

export const NOTICE = 'One sentence, by nobody else.'

/** Lays it in a data folder as its operator would by hand. */
export function layTranslation(dataDir: string, from: string, into: string): string {
  const { model, vocabulary, shortlist } = tinyTranslation()
  return layModel(
    dataDir,
    {
      ...{ name: `translation-${from}-${into}`, label: 'One sentence', notice: NOTICE },
      ...{ kind: 'translation', from, into },
    },
    {
      model: { path: 'model.bin', content: model },
      vocabulary: { path: 'vocabulary.spm', content: vocabulary },
      shortlist: { path: 'shortlist.bin', content: shortlist },
    },
  )
}
