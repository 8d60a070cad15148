import { Color } from 'three'
import { clamp } from '../kit/curves.ts'

/** What one sees at a time of day: the sky above and low, the room's own light from above and below, the window's light. */
type Look = {
  hour: number
  top: Color
  low: Color
  above: Color
  below: Color
  /** of the room, and of the window (candela) */
  room: number
  window: number
  windowColour: Color
}

const look = (
  hour: number,
  [top, low, above, below, windowColour]: readonly [string, string, string, string, string],
  room: number,
  window: number,
): Look => ({
  hour,
  top: new Color(top),
  low: new Color(low),
  above: new Color(above),
  below: new Color(below),
  windowColour: new Color(windowColour),
  room,
  window,
})

const LOOKS: readonly Look[] = [
  look(17.7, ['#86a9c4', '#ffd08a', '#fff0da', '#b09478', '#ffcf94'], 1.7, 3.4),
  look(18.02, ['#7795b5', '#f9b87c', '#f8e2c8', '#a08a76', '#ffba80'], 1.5, 2.6),
  look(18.17, ['#5f7da0', '#dca58c', '#cdd6e4', '#8c888c', '#b9c6de'], 1.3, 1.3),
  look(18.35, ['#4b668d', '#c0948f', '#b9c6de', '#7c7f8c', '#a4b6d8'], 1.2, 1.0),
  look(19.1, ['#2c4169', '#8a7590', '#98aacf', '#686d80', '#829ac9'], 1.35, 0.9),
  look(19.6, ['#1a2b4f', '#3f5580', '#8599c4', '#5c6174', '#6f88bd'], 0.82, 0.5),
  look(20.1, ['#101d38', '#26375c', '#788dba', '#565a6c', '#637cb2'], 0.72, 0.35),
]

/** Writes the look at `hour` into `out`, making nothing new. */
export function lookAt(hour: number, out: Look): Look {
  let after = 1
  while (after < LOOKS.length - 1 && (LOOKS[after]?.hour ?? 0) <= hour) after++
  const b = LOOKS[after] as Look
  const a = LOOKS[after - 1] as Look
  const s = clamp((hour - a.hour) / (b.hour - a.hour))
  out.hour = hour
  out.top.lerpColors(a.top, b.top, s)
  out.low.lerpColors(a.low, b.low, s)
  out.above.lerpColors(a.above, b.above, s)
  out.below.lerpColors(a.below, b.below, s)
  out.windowColour.lerpColors(a.windowColour, b.windowColour, s)
  out.room = a.room + (b.room - a.room) * s
  out.window = a.window + (b.window - a.window) * s
  return out
}

export const emptyLook = (): Look => look(0, ['black', 'black', 'black', 'black', 'black'], 0, 0)
