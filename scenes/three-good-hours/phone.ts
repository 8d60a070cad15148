import { colours } from '../kit/colours.ts'
import { merge, put, type Shape } from '../kit/shapes/paint.ts'
import { ball, bent, box, disc, rod, turned } from '../kit/shapes/solid.ts'

/** Maya's message: a phone that stands on its long edge, 0.22 m wide, seen from +z, its foot at y = 0. */
export const SCREEN = { w: 0.21, h: 0.105 } as const

export const phone = (): Shape =>
  box([SCREEN.w + 0.016, SCREEN.h + 0.016, 0.012], colours.ink, { round: 0.006 })

/** Its light, to be drawn glowing: paper-coloured, so that the pictures on it are dark. */
export const screen = (): Shape =>
  put(box([SCREEN.w, SCREEN.h, 0.001], '#fff1d8', { round: 0 }), { at: [0, 0.008, 0.0065] })

/** A sofa by a window, a clock with one hour marked, a pot of soup at a door; each in its own third. */
export function pictures(): Shape {
  const flat = (parts: Shape[], x: number) =>
    parts.map((part) => put(part, { at: [x, 0.06, 0.0085], scale: [1, 1, 0.12] }))
  const sofa = [
    put(box([0.03, 0.024, 0.01], '#9cc0dc', { round: 0 }), { at: [0.008, 0.008, 0] }),
    put(box([0.002, 0.024, 0.012], colours.wood, { round: 0 }), { at: [0.008, 0.008, 0] }),
    put(box([0.05, 0.016, 0.012], colours.sage, { round: 0.005 }), { at: [0, -0.014, 0.004] }),
    put(box([0.054, 0.014, 0.014], colours.sageDark, { round: 0.005 }), { at: [0, -0.024, 0.006] }),
    ...[-0.027, 0.027].map((x) =>
      put(box([0.01, 0.022, 0.016], colours.sageDark, { round: 0.004 }), { at: [x, -0.022, 0.008] }),
    ),
  ]
  const clock = [
    put(disc(0.028, '#fffaf0', { around: 28 }), { turn: [Math.PI / 2, 0, 0] }),
    ...Array.from({ length: 7 }, (_, i) => {
      const a = (i / 6 - 0.5) * (Math.PI / 6) + Math.PI / 12
      return put(box([0.004, 0.024, 0.004], colours.ember, { round: 0 }), { turn: [0, 0, -a] })
    }),
    put(
      turned(
        [
          [0.0285, -0.004],
          [0.0285, 0.004],
        ],
        colours.wood,
        { around: 28 },
      ),
      { turn: [Math.PI / 2, 0, 0] },
    ),
    ...Array.from({ length: 12 }, (_, i) => {
      const a = (i / 12) * Math.PI * 2
      return put(box([0.0018, 0.004, 0.004], colours.ink, { round: 0 }), {
        at: [Math.sin(a) * 0.023, Math.cos(a) * 0.023 - 0.002, 0.002],
      })
    }),
    put(ball(0.003, colours.ink, { fine: 6 }), { at: [0, 0, 0.006] }),
  ]
  const soup = [
    put(box([0.034, 0.054, 0.008], colours.plum, { round: 0.002 }), { at: [0.008, -0.024, 0] }),
    put(ball(0.002, '#e6c074', { fine: 5 }), { at: [-0.003, 0.002, 0.008] }),
    put(
      turned(
        [
          [0.017, 0],
          [0.019, 0.004],
          [0.019, 0.018],
        ],
        colours.ember,
        { around: 18 },
      ),
      { at: [-0.012, -0.025, 0.012] },
    ),
    put(
      turned(
        [
          [0.02, 0],
          [0.012, 0.005],
          [0, 0.006],
        ],
        colours.brick,
        { around: 18 },
      ),
      { at: [-0.012, -0.007, 0.012] },
    ),
    ...[-0.018, -0.008].map((x) =>
      bent(
        [
          [x, 0.002, 0.012],
          [x + 0.004, 0.008, 0.012],
          [x - 0.002, 0.014, 0.012],
        ],
        0.0012,
        '#8a7a66',
        { around: 4 },
      ),
    ),
    rod([-0.034, -0.0255, 0.01], [0.03, -0.0255, 0.01], 0.0012, colours.wood, { around: 4 }),
  ]
  return merge([...flat(sofa, -0.07), ...flat(clock, 0), ...flat(soup, 0.07)])
}
