import { useFrame } from '@react-three/fiber'
import { useXR, useXRStore } from '@react-three/xr'
import { useEffect, useRef, useState } from 'react'
import { createHolding, HINT, HOLD } from './holding.ts'

type Props = {
  onExit: () => void
  /** a hand has begun to hold on */
  onHolding: (holding: boolean) => void
}

/** Out by hand: B or Y on a controller, or a pinch held for a second where there are no buttons. Nothing can take them away. */
export function WaysOut({ onExit, onHolding }: Props) {
  const store = useXRStore()
  const session = useXR((xr) => xr.session)
  const [holding] = useState(createHolding)
  const pressed = useRef(false)
  const told = useRef(false)

  useEffect(() => {
    if (!session) return
    const start = ({ inputSource }: XRInputSourceEvent) => {
      // a controller has buttons for it, and its trigger may be held as long as one likes
      if (inputSource.hand || inputSource.targetRayMode !== 'tracked-pointer')
        holding.start(inputSource, performance.now())
    }
    const end = ({ inputSource }: XRInputSourceEvent) => holding.end(inputSource)
    session.addEventListener('selectstart', start)
    session.addEventListener('selectend', end)
    return () => {
      holding.clear()
      session.removeEventListener('selectstart', start)
      session.removeEventListener('selectend', end)
    }
  }, [session, holding])

  useFrame(() => {
    const { inputSourceStates } = store.getState()
    let now = false
    for (let i = 0; i < inputSourceStates.length; i++) {
      const state = inputSourceStates[i]
      if (state?.type !== 'controller') continue
      if (state.gamepad['b-button']?.state === 'pressed' || state.gamepad['y-button']?.state === 'pressed')
        now = true
    }
    if (now && !pressed.current) onExit()
    pressed.current = now

    const held = holding.longest(performance.now())
    if (held >= HOLD) {
      holding.clear()
      onExit()
    }
    const tell = held >= HINT && held < HOLD
    if (tell === told.current) return
    told.current = tell
    onHolding(tell)
  })
  return null
}
