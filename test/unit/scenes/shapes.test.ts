import { describe, expect, it } from 'vitest'
import { hairs, skins } from '../../../scenes/kit/colours.ts'
import { breath, candle, during, smooth, towards } from '../../../scenes/kit/curves.ts'
import { bystander } from '../../../scenes/kit/people/bystander.ts'
import { figure, type Hair } from '../../../scenes/kit/people/figure.ts'
import * as home from '../../../scenes/kit/props/home.ts'
import * as kitchen from '../../../scenes/kit/props/kitchen.ts'
import * as room from '../../../scenes/kit/props/room.ts'
import * as shop from '../../../scenes/kit/props/shop.ts'
import * as table from '../../../scenes/kit/props/table.ts'
import { blanket, curtain, tablecloth } from '../../../scenes/kit/shapes/cloth.ts'
import { glow, stain } from '../../../scenes/kit/shapes/glow.ts'
import { put, type Shape } from '../../../scenes/kit/shapes/paint.ts'
import { shade } from '../../../scenes/kit/shapes/shade.ts'
import { box, floor } from '../../../scenes/kit/shapes/solid.ts'

const HAIR: readonly Hair[] = ['short', 'bob', 'bun', 'curls', 'long', 'thin', 'scarf', 'braid']
const somebody = { skin: skins[2], hairColour: hairs.brown, top: '#6f8f74' } as const

const everything: Record<string, () => Shape | Shape[]> = {
  'somebody further away': () => bystander({ ...somebody, hair: 'bob' }, { hands: 'push', stride: 0.2 }),
  'somebody further away who sits': () => bystander({ ...somebody, hair: 'bun' }, { sitting: true }),
  plate: () => table.plate(),
  glass: () => table.glass(),
  tumbler: () => table.tumbler(),
  cup: () => table.cup(),
  bowl: () => table.bowl(0.1, '#4a6584', '#6f7442'),
  cake: table.cake,
  flowers: () => table.flowers(),
  bread: table.bread,
  chair: () => table.chair(),
  table: () => table.table(1, 0.7),
  flame: () => table.flame(),
  room: () => room.room([5, 2.6, 5], [0, 0], { left: [{ x: 0, w: 1, sill: 0.9, head: 2 }] }),
  'tiled room': () => room.room([5, 2.6, 5], [0, 0], {}, { tiles: '#c39a78' }),
  'window frame': () => room.windowFrame(1.2, 1.2),
  door: () => room.door(),
  pendant: () => room.pendant(0.6),
  bulb: () => room.bulb(),
  plant: () => room.plant(),
  outside: () => room.outside(10),
  counter: () => kitchen.counter(1.6),
  sink: kitchen.sink,
  cooker: kitchen.cooker,
  kettle: () => kitchen.kettle(),
  pot: () => kitchen.pot(),
  shelf: () => kitchen.shelf(1.5),
  fridge: () => kitchen.fridge(),
  clock: kitchen.clock,
  bed: () => home.bed(),
  bedding: () => home.bedding(),
  sofa: () => home.sofa(),
  bookshelf: () => home.bookshelf(),
  stone: () => home.stone(3),
  sideboard: () => home.sideboard(),
  rack: () => shop.rack(2),
  'cold shelf': () => shop.coldShelf(2),
  trolley: () => shop.trolley(),
  till: () => shop.till(),
  basket: () => shop.basket(),
  tablecloth: () => tablecloth(2, 1, 0.4, '#efe4d0'),
  curtain: () => curtain(1, 2, '#7d5560', 0.5),
  blanket: () => blanket(1.5, 1.5, 0.3, '#4a6584'),
  ...Object.fromEntries(
    HAIR.map((hair) => [
      hair,
      () => {
        const { body, head, arm, left } = figure({ ...somebody, hair, glasses: true, beard: true })
        return [body, head, arm, left]
      },
    ]),
  ),
}

const numbers = (shape: Shape) =>
  ['position', 'normal', 'color'].flatMap((name) => [...(shape.getAttribute(name)?.array ?? [Number.NaN])])

describe('shapes', () => {
  it.each(Object.entries(everything))('%s is whole: every number is one, every corner exists', (_, make) => {
    for (const shape of [make()].flat()) {
      expect(numbers(shape).every(Number.isFinite)).toBe(true)
      const count = shape.getAttribute('position').count
      expect(shape.index?.array.every((corner) => corner < count)).toBe(true)
    }
  })

  it.each(Object.entries(everything))('%s is the same each time', (_, make) => {
    expect([make()].flat().map(numbers)).toEqual([make()].flat().map(numbers))
  })

  it('glows and stains are whole', () => {
    for (const shape of [glow(1, '#ffb35c'), glow(1, '#ffb35c', { flat: true }), stain(1)])
      expect(numbers(shape).every(Number.isFinite)).toBe(true)
  })

  it('a floor is darker where something stands on it, and not elsewhere', () => {
    const ground = floor(4, 4, '#ffffff', { cell: 0.1 })
    shade([ground, put(box([0.5, 0.5, 0.5], '#ffffff'), { at: [1, 0, 0] })])
    const [position, colour] = [ground.getAttribute('position'), ground.getAttribute('color')]
    const lightAt = (x: number, z: number) => {
      for (let i = 0; i < position.count; i++)
        if (Math.hypot(position.getX(i) - x, position.getZ(i) - z) < 0.01) return colour.getY(i)
      return Number.NaN
    }
    expect(lightAt(1, 0)).toBeLessThan(0.6)
    expect(lightAt(-1.5, 0)).toBe(1)
  })

  it('a person has at most 5,000 triangles, and their eyes are as high as the viewer’s', () => {
    for (const hair of HAIR) {
      const { body, head, arm, left, hips, neck } = figure({ ...somebody, hair, glasses: true, beard: true })
      const corners = [body, head, arm, left].reduce((sum, shape) => sum + (shape.index?.count ?? 0), 0)
      expect(corners / 3).toBeLessThan(5000)
      expect(hips + neck + 0.13).toBeCloseTo(1.2, 1)
    }
  })
})

describe('curves', () => {
  it('go softly from nothing to all', () => {
    expect([smooth(0, 2, -1), smooth(0, 2, 1), smooth(0, 2, 3)]).toEqual([0, 0.5, 1])
    expect(during(2, 4, 3)).toBe(1)
    expect(during(2, 4, 5)).toBe(0)
    expect(breath(0)).toBe(0)
  })

  it('a flame never changes by a tenth within half a second', () => {
    for (let t = 0; t < 600; t += 0.1)
      for (const seed of [0, 1, 2])
        expect(Math.abs(candle(t + 0.5, seed) - candle(t, seed))).toBeLessThan(0.1)
  })

  it('somebody turns to their left towards what is there', () => {
    expect(towards([0, 0, 0], 0, [1, 0, 1])).toBeCloseTo(Math.PI / 4)
    expect(towards([0, 0, -2], 0, [0, 0, 0])).toBeCloseTo(0)
    expect(towards([0, 0, 0], Math.PI, [0, 0, -3])).toBeCloseTo(0)
  })
})
