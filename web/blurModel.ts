/*
 * MediaPipe's newer program asks the model file itself how to prepare a picture, and the file that npm has is from before
 * that. This writes the missing words into it: FlatBuffers after TensorFlow Lite's `schema.fbs` and `metadata_schema.fbs`.
 */

type Table = { fields: Readonly<Record<number, number | Part>> }
type Part =
  | Table
  | { refs: readonly Part[] }
  | { floats: readonly number[] }
  | { bytes: Uint8Array }
  | { at: number }

const text = (words: string): Part => ({ bytes: new TextEncoder().encode(words) })
const align = (position: number, to = 4) => Math.ceil(position / to) * to

/** Lays a tree of parts out with every reference forwards. `{ at }` is a place in what comes after, at `after`. */
function layOut(root: Table, identifier: string, after = 0): Uint8Array {
  const out: number[] = [0, 0, 0, 0, ...new TextEncoder().encode(identifier)]
  const put = (position: number, value: number, size = 4) => {
    for (let i = 0; i < size; i++) out[position + i] = (value >>> (8 * i)) & 255
  }
  const take = (size: number, to = 4) => {
    const position = align(out.length, to)
    while (out.length < position + size) out.push(0)
    return position
  }
  const refer = (from: number, part: Part) => put(from, place(part) - from)
  function place(part: Part): number {
    if ('at' in part) return after + part.at
    if ('fields' in part) return placeTable(part)
    if ('bytes' in part) {
      const position = take(4 + part.bytes.length + 1, 16)
      put(position, part.bytes.length)
      for (const [i, byte] of part.bytes.entries()) put(position + 4 + i, byte, 1)
      return position
    }
    const items = 'refs' in part ? part.refs : part.floats
    const position = take(4 + 4 * items.length)
    put(position, items.length)
    for (const [i, item] of items.entries()) {
      const slot = position + 4 + 4 * i
      if (typeof item === 'number') put(slot, new Uint32Array(Float32Array.of(item).buffer)[0] ?? 0)
      else refer(slot, item)
    }
    return position
  }
  function placeTable({ fields }: Table): number {
    const ids = Object.keys(fields).map(Number)
    const slots = Math.max(...ids) + 1
    const vtable = take(4 + 2 * slots)
    const position = take(4 + 4 * ids.length)
    put(vtable, 4 + 2 * slots, 2)
    put(vtable + 2, 4 + 4 * ids.length, 2)
    put(position, position - vtable)
    for (const [i, id] of ids.entries()) {
      put(vtable + 4 + 2 * id, 4 + 4 * i, 2)
      const value = fields[id] ?? 0
      if (typeof value === 'number') put(position + 4 + 4 * i, value)
      else refer(position + 4 + 4 * i, value)
    }
    return position
  }
  put(0, placeTable(root))
  return Uint8Array.from(out)
}

/** “Divide each colour by 255”: the model was trained on 0 … 1. */
function metadata(): Uint8Array {
  const NORMALIZATION = 1
  const options: Part = { fields: { 0: { floats: [0] }, 1: { floats: [255] } } }
  const input: Part = { fields: { 4: { refs: [{ fields: { 0: NORMALIZATION, 1: options } }] } } }
  return layOut({ fields: { 3: { refs: [{ fields: { 2: { refs: [input] } } }] } } }, 'M001')
}

/** The same TensorFlow Lite model with metadata. Throws when it has some already, or is no such model. */
export function withMetadata(model: Uint8Array): Uint8Array {
  const view = new DataView(model.buffer, model.byteOffset, model.byteLength)
  if (new TextDecoder().decode(model.subarray(4, 8)) !== 'TFL3')
    throw new Error('not a TensorFlow Lite model')
  const root = view.getUint32(0, true)
  const vtable = root - view.getInt32(root, true)
  const slotOf = (id: number) => {
    const inTable = 4 + 2 * id < view.getUint16(vtable, true) ? view.getUint16(vtable + 4 + 2 * id, true) : 0
    return inTable && root + inTable
  }
  const there = (slot: number): { at: number } => ({ at: slot + view.getUint32(slot, true) })
  const [version, codes, graphs, , buffers, , already] = [0, 1, 2, 3, 4, 5, 6].map(slotOf)
  if (!version || !codes || !graphs || !buffers || already) throw new Error('not the model that was expected')
  const list = there(buffers).at
  const count = view.getUint32(list, true)
  const old = Array.from({ length: count }, (_, i) => there(list + 4 + 4 * i))
  const next: Table = {
    fields: {
      0: view.getUint32(version, true),
      1: there(codes),
      2: there(graphs),
      4: { refs: [...old, { fields: { 0: { bytes: metadata() } } }] },
      6: { refs: [{ fields: { 0: text('TFLITE_METADATA'), 1: count } }] },
    },
  }
  const length = align(layOut(next, 'TFL3').length, 16)
  const head = layOut(next, 'TFL3', length)
  const whole = new Uint8Array(length + model.length)
  whole.set(head)
  whole.set(model, length)
  return whole
}
