import { startTransition, useEffect, useState } from 'react'
import { shallow } from 'zustand/vanilla/shallow'
import type { Room } from './room.ts'
import type { RoomState } from './state.ts'

/** What the room shows now. Changes are drawn in small steps: they hold up neither a press nor a connection being made. */
export function useRoomState({ state }: Room): RoomState {
  const [shown, show] = useState(state.getState)
  useEffect(() => {
    const read = () =>
      startTransition(() => show((before) => (shallow(before, state.getState()) ? before : state.getState())))
    read()
    return state.subscribe(read)
  }, [state])
  return shown
}
