import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo } from 'react'
import type { Moment } from './types.ts'

/** Calls a plain function with the moment before each picture. It sets what it wants on objects and makes nothing new. */
export function useMoment(moment: { readonly current: Moment }, update: (moment: Moment) => void): void {
  useFrame(() => update(moment.current))
}

/**
 * Something of three's that is made once and given back when the scene goes. `make` must depend on nothing. A hook: call it at
 * the top of a component, never within `{condition && …}`; what is hidden for a while has `visible={…}`.
 */
export function useOwn<T extends { dispose(): void }>(make: () => T): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once
  const own = useMemo(make, [])
  useEffect(() => () => own.dispose(), [own])
  return own
}
