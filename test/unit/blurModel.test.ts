import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { withMetadata } from '../../web/blurModel.ts'

const model = readFileSync('node_modules/@mediapipe/selfie_segmentation/selfie_segmentation.tflite')

/** Follows references and fields through a FlatBuffer, as its readers do. */
function reader(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const u32 = (at: number) => view.getUint32(at, true)
  const refer = (at: number) => at + u32(at)
  const field = (table: number, id: number) => {
    const vtable = table - view.getInt32(table, true)
    return table + view.getUint16(vtable + 4 + 2 * id, true)
  }
  return {
    root: () => refer(0),
    number: (table: number, id: number) => u32(field(table, id)),
    part: (table: number, id: number) => refer(field(table, id)),
    item: (vector: number, i: number) => refer(vector + 4 + 4 * i),
    length: (vector: number) => u32(vector),
    float: (vector: number, i: number) => view.getFloat32(vector + 4 + 4 * i, true),
    bytes: (vector: number) => bytes.subarray(vector + 4, vector + 4 + u32(vector)),
  }
}

describe('the model for background blur', () => {
  it('says how a picture is prepared for it', () => {
    const file = reader(withMetadata(model))
    const entry = file.item(file.part(file.root(), 6), 0)
    expect(Buffer.from(file.bytes(file.part(entry, 0))).toString()).toBe('TFLITE_METADATA')
    const buffers = file.part(file.root(), 4)
    expect(file.number(entry, 1)).toBe(file.length(buffers) - 1)

    const words = reader(file.bytes(file.part(file.item(buffers, file.number(entry, 1)), 0)))
    const graph = words.item(words.part(words.root(), 3), 0)
    const input = words.item(words.part(graph, 2), 0)
    const normalization = words.part(words.item(words.part(input, 4), 0), 1)
    expect(words.float(words.part(normalization, 0), 0)).toBe(0)
    expect(words.float(words.part(normalization, 1), 0)).toBe(255)
  })

  it('keeps all its weights', () => {
    const [before, after] = [reader(model), reader(withMetadata(model))]
    const [old, next] = [before.part(before.root(), 4), after.part(after.root(), 4)]
    expect(after.length(next)).toBe(before.length(old) + 1)
    expect(Buffer.from(withMetadata(model)).subarray(-model.length).equals(model)).toBe(true)
    expect(after.item(next, 5) - before.item(old, 5)).toBe(withMetadata(model).length - model.length)
  })

  it('refuses what is no model, and one that has the words already', () => {
    expect(() => withMetadata(new Uint8Array(64))).toThrow('not a TensorFlow Lite model')
    expect(() => withMetadata(withMetadata(model))).toThrow('not the model that was expected')
  })
})
