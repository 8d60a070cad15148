import { mix, smooth } from '../kit/curves.ts'
import type { Made, Moment } from '../kit/types.ts'

/** What the panel's sliders are for, from the left. */
export const SLIDES = ['music', 'tills', 'loudspeaker', 'lights'] as const
export type Slide = (typeof SLIDES)[number]

/** Of their travel, from 0 at the bottom to 1: where all of them stand on a Saturday, lower, and off. */
const HIGH = 0.84
const LOWER = 0.36
const OFF = 0.02

/** Where the lights are pushed to: half of what they were, or nearly off. */
const lightsFor = ({ light }: Made) => (light === 'islands' ? 0.1 : HIGH / 2)

/** How far up a slider stands, 0 to 1 of its travel: it goes where it was chosen to while the next beat begins. */
export function slideAt(slide: Slide, { beat, into, made }: Moment): number {
  if (slide === 'lights')
    return beat.id === 'quiet-hour' ? mix(HIGH, lightsFor(made), smooth(0.3, 2.8, into)) : HIGH
  const down = beat.id === 'the-keys' ? 0 : beat.id === 'the-lights' ? smooth(0, 4, into) : 1
  return mix(HIGH, made.sound === slide ? OFF : LOWER, down)
}
