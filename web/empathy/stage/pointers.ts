import { ORDER } from './order.ts'

/** A press may take as long as it needs: slow hands press too. Milliseconds. */
export const UNHURRIED = 5000
/** Bare hands hold for a second to step out, which is no press any more. */
export const PINCH = 900

export const cursor = { renderOrder: ORDER.pointer, color: '#ffd9b0', size: 0.035, opacity: 0.9 } as const
export const ray = { renderOrder: ORDER.pointer, color: '#ffd9b0', size: 0.004 } as const
