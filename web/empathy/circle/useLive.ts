import { useMemo } from 'react'
import type { Captions } from '../../captions/captions.ts'
import { reading } from '../../captions/reading.ts'
import { steadyNow } from '../../lib/steadyNow.ts'
import type { Room } from '../../room/room.ts'
import type { Caption } from '../stage/captionReader.ts'
import { createLive } from './live.ts'

/** What is said in this room now, for a headset's captions. */
export const useLive = (room: Room, captions: Captions): (() => Caption | undefined) =>
  useMemo(
    () =>
      createLive({
        captions,
        people: () => room.state.getState().people,
        whose: () => reading.getState().whose,
        now: steadyNow,
      }),
    [room, captions],
  )
