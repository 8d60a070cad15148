import { useThree } from '@react-three/fiber'
import { useEffect, useRef } from 'react'

/** Tells when the device takes the picture's memory away, and when it gives it back. */
export function useContextLoss(tell: (lost: boolean) => void): void {
  const canvas = useThree(({ gl }) => gl.domElement)
  const told = useRef(tell)
  told.current = tell
  useEffect(() => {
    const onLost = (event: Event) => {
      // without this it never comes back
      event.preventDefault()
      told.current(true)
    }
    const onBack = () => told.current(false)
    canvas.addEventListener('webglcontextlost', onLost)
    canvas.addEventListener('webglcontextrestored', onBack)
    return () => {
      canvas.removeEventListener('webglcontextlost', onLost)
      canvas.removeEventListener('webglcontextrestored', onBack)
    }
  }, [canvas])
}
