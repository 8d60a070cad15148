import { useEffect, useState } from 'react'
import { api } from '../../lib/api.ts'
import { createServerClock, type ServerClock } from '../../lib/clock.ts'

const AGAIN_MS = 60_000

/** The room's clock, asked for at once, again each minute, and when a page that was away is looked at again. */
export function useRoomClock(skew: number): ServerClock {
  const [clock] = useState(() =>
    createServerClock({
      ask: async () => (await api('GET /api/clock')).now,
      // what the person sets their device's clock to meanwhile does not matter
      mine: () => performance.timeOrigin + performance.now(),
      guess: Date.now() + skew,
    }),
  )
  useEffect(() => {
    const look = () => void (document.hidden || clock.look())
    look()
    const timer = setInterval(look, AGAIN_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [clock])
  return clock
}
