import { colours } from '../kit/colours.ts'
import { merge, type Putting, put, type Shape } from '../kit/shapes/paint.ts'
import { stand } from '../kit/shapes/shade.ts'
import { ball, bent, box, ring, rod, turned } from '../kit/shapes/solid.ts'

const plain = { round: 0 } as const
const all = (parts: readonly Shape[], place: Putting) => parts.map((part) => put(part, place))

export const PANEL = { at: [0, 1.06, -0.98], turn: -0.2 } as const
/** Of the four sliders, from the left: music, tills, loudspeaker, lights. Metres to the right of the middle. */
export const SLIDERS = [-0.21, -0.07, 0.07, 0.21] as const
export const TRAVEL = 0.17

/** A wall with the shop's grey control panel on it: four slots, a paper label under each. The panel's middle is the origin. */
export function panel(): Shape {
  const parts: Shape[] = [
    put(box([0.66, 0.46, 0.05], '#8c9294', { round: 0.02 }), { at: [0, -0.23, -0.03] }),
    put(box([0.6, 0.4, 0.006], '#a3a9aa', plain), { at: [0, -0.2, -0.006] }),
    ...[-1, 1].flatMap((x) =>
      [-1, 1].map((y) =>
        put(ball(0.009, '#6d7375', { fine: 5 }), { at: [x * 0.305, y * 0.205, -0.004], scale: [1, 1, 0.5] }),
      ),
    ),
  ]
  for (const [i, x] of SLIDERS.entries()) {
    parts.push(put(box([0.014, TRAVEL + 0.04, 0.004], '#3a3f41', plain), { at: [x, -0.06, 0] }))
    for (let mark = 0; mark <= 6; mark++)
      parts.push(
        put(box([mark % 3 ? 0.02 : 0.032, 0.003, 0.002], '#6d7375', plain), {
          at: [x + 0.035, -0.04 + (mark / 6) * TRAVEL, 0],
        }),
      )
    parts.push(
      put(box([0.105, 0.075, 0.002], '#f6ead0', plain), {
        at: [x, -0.17, 0.0005],
        turn: [0, 0, (i % 2 ? -1 : 1) * 0.035],
      }),
    )
    parts.push(...label(i).map((part) => put(part, { at: [x, -0.133, 0.004] })))
  }
  return stand(parts, 0.5)
}

/** What the paper labels show: a note, a till, a loudspeaker, a lamp. */
function label(i: number): Shape[] {
  const ink = '#54494a'
  const flat = (parts: Shape[]) => parts.map((part) => put(part, { scale: [1, 1, 0.3] }))
  switch (i) {
    case 0:
      return flat([
        put(ball(0.008, ink, { fine: 6 }), { at: [-0.008, -0.014, 0], scale: [1.2, 0.85, 1] }),
        put(ball(0.008, ink, { fine: 6 }), { at: [0.018, -0.01, 0], scale: [1.2, 0.85, 1] }),
        rod([0.001, -0.014, 0], [0.001, 0.022, 0], 0.0018, ink, { around: 4 }),
        rod([0.027, -0.01, 0], [0.027, 0.026, 0], 0.0018, ink, { around: 4 }),
        rod([0.0, 0.021, 0], [0.028, 0.026, 0], 0.0032, ink, { around: 4 }),
      ])
    case 1:
      return flat([
        put(box([0.05, 0.02, 0.004], ink, { round: 0.002 }), { at: [0, -0.022, 0] }),
        put(box([0.034, 0.022, 0.004], ink, { round: 0.002 }), { at: [0, 0.002, 0] }),
        put(box([0.024, 0.01, 0.006], '#f6ead0', plain), { at: [0, 0.008, 0] }),
      ])
    case 2:
      return flat([
        put(box([0.014, 0.018, 0.004], ink, plain), { at: [-0.02, -0.009, 0] }),
        put(
          turned(
            [
              [0.007, 0],
              [0.02, 0.018],
            ],
            ink,
            { around: 12 },
          ),
          { at: [-0.014, 0, 0], turn: [0, 0, -Math.PI / 2], scale: [1, 1, 1] },
        ),
        ...[0.012, 0.021].map((r) =>
          bent(
            [
              [0.008 + r * 0.5, -r, 0],
              [0.008 + r, 0, 0],
              [0.008 + r * 0.5, r, 0],
            ],
            0.0016,
            ink,
            { around: 4 },
          ),
        ),
      ])
    default:
      return flat([
        put(ball(0.016, ink, { fine: 8 }), { at: [0, 0.004, 0] }),
        put(box([0.014, 0.012, 0.004], ink, plain), { at: [0, -0.022, 0] }),
        ...[0, 1, 2, 3, 4].map((n) => {
          const a = Math.PI * (0.0 + n * 0.25)
          return rod(
            [Math.cos(a) * 0.021, 0.004 + Math.sin(a) * 0.021, 0],
            [Math.cos(a) * 0.029, 0.004 + Math.sin(a) * 0.029, 0],
            0.0015,
            ink,
            { around: 4 },
          )
        }),
      ])
  }
}

/** The knob of a slider. */
export const knob = (): Shape =>
  merge([
    put(box([0.05, 0.026, 0.026], '#e9e0cd', { round: 0.006 }), { at: [0, -0.013, 0.014] }),
    put(box([0.046, 0.003, 0.002], colours.ember, plain), { at: [0, -0.0015, 0.028] }),
  ])

/** Dust on the last one, a soft grey film. */
export const dust = (): Shape =>
  put(box([0.046, 0.004, 0.022], '#b9b2a4', { round: 0.002, grain: 0.4 }), { at: [0, 0.011, 0.014] })

/** The wall it hangs on, and a ledge for the keys. */
export const panelWall = (): Shape =>
  stand([
    put(box([1.9, 2.3, 0.12], '#d6c8b0', { round: 0.01 }), { at: [0, 0, -1.16] }),
    put(box([1.94, 0.06, 0.16], '#a98d68', { round: 0.01 }), { at: [0, 2.3, -1.16] }),
    put(box([1.9, 0.14, 0.14], '#a98d68', { round: 0.01 }), { at: [0, 0, -1.15] }),
    put(box([0.86, 0.028, 0.26], '#b98a5c', { round: 0.01 }), { at: [0.08, 0.755, -0.98] }),
    ...[-0.25, 0.42].map((x) =>
      put(box([0.03, 0.14, 0.2], '#9c7148', { round: 0.006 }), { at: [x, 0.62, -1.0] }),
    ),
    put(box([0.2, 0.27, 0.006], '#fbf1dc', plain), { at: [-0.66, 1.22, -1.096], turn: [0, 0, 0.04] }),
    ...[0, 1, 2, 3, 4].map((i) =>
      put(box([0.13 - (i % 2) * 0.03, 0.006, 0.003], '#8d8579', plain), {
        at: [-0.665, 1.44 - i * 0.042, -1.092],
      }),
    ),
  ])

/** A bunch of keys on a ring, lying on y = 0. */
export function keys(): Shape {
  const key = (turn: number, hue: string, long: number) =>
    all(
      [
        put(
          turned(
            [
              [0.019, 0],
              [0.019, 0.004],
              [0.008, 0.004],
              [0.008, 0],
            ],
            hue,
            { around: 14 },
          ),
          { at: [0, 0, 0.018] },
        ),
        put(box([0.007, 0.004, long], hue, plain), { at: [0, 0, 0.034 + long / 2] }),
        ...[0.3, 0.55, 0.85].map((f) =>
          put(box([0.012, 0.004, 0.006], hue, plain), { at: [0.008, 0, 0.034 + long * f] }),
        ),
      ],
      { turn: [0, turn, 0] },
    )
  return merge([
    put(ring(0.026, 0.0022, '#8d9294', 26), { at: [0, 0.004, -0.022] }),
    ...key(0.2, '#b99a55', 0.05),
    ...key(0.75, '#a7adaf', 0.042).map((p) => put(p, { at: [0, 0.005, 0] })),
    ...key(-0.4, '#8f7340', 0.056).map((p) => put(p, { at: [0, 0.003, 0] })),
    ...key(1.4, '#b5babb', 0.046).map((p) => put(p, { at: [0, 0.008, 0] })),
    put(box([0.036, 0.006, 0.06], colours.ember, { round: 0.003 }), {
      at: [-0.05, 0.001, 0.0],
      turn: [0, 0.9, 0],
    }),
  ])
}
