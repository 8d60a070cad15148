import { degrees } from './angles.ts'

/** Metres from the eyes to what is pressed: within reach of a seated arm, and no nearer than half a metre. */
export const REACH = 0.62
/** What a fingertip hits with ease, metres. */
export const REACH_TARGET = 0.066
/** Where what is pressed comes up: before the viewer, low; then it stays, so that one can reach for it. */
export const BEFORE = { pitch: degrees(-24), away: REACH, slack: degrees(38) } as const
