import type { ComponentType } from 'react'
import type { Meetup } from '../../server/meetups/contract.ts'
import type { Captions } from '../captions/captions.ts'
import type { Room } from './room.ts'
import type { RoomState } from './state.ts'

export type TogetherProps = {
  room: Room
  captions: Captions
  state: RoomState
  meetup: Meetup
  /** the server's clock minus this device's, in milliseconds, as far as it is known */
  skew: number
}

/**
 * What a circle does together beside talking. It comes from outside of the room, which gives it its places and knows
 * nothing more of it.
 */
export type Together = {
  /** in the middle of the ring, in the place of the room's own words, while something is open */
  Hearth: ComponentType<TogetherProps>
  /** above the controls, or over the whole room */
  Layer: ComponentType<TogetherProps>
  /** where whoever facilitates opens something */
  Panel: ComponentType<TogetherProps & { close: () => void }>
  /** what is somebody's own beside it, and what stays when it is closed: from when something was open until one leaves */
  Own: ComponentType<TogetherProps>
  /** the circle itself in a headset */
  Headset: ComponentType<TogetherProps & { close: () => void }>
  /** whether this browser can enter a headset at all */
  canEnterHeadset: () => Promise<boolean>
  /** Fetches all of it ahead. */
  early: () => void
}
