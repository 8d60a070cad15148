import { startTransition, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { shallow } from 'zustand/vanilla/shallow'
import type { Room } from './room.ts'
import type { RoomState } from './state.ts'

const told = ({ status, refusal, view, people, screens }: RoomState) => ({
  status,
  refusal,
  view,
  people,
  screens,
})
const own = ({ status, refusal, view, people, screens, ...own }: RoomState) => own

/**
 * What the room shows now. What one switches oneself is drawn at once; what the network tells of in small steps, so that
 * it holds up neither a press nor a connection that is being made.
 */
export function useRoomState({ state }: Room): RoomState {
  const [shown, show] = useState(() => told(state.getState()))
  useEffect(() => {
    const read = () => {
      const now = told(state.getState())
      startTransition(() => show((before) => (shallow(before, now) ? before : now)))
    }
    read()
    return state.subscribe(read)
  }, [state])
  return { ...shown, ...useStore(state, useShallow(own)) }
}
