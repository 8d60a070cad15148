import type { RoomView, Screen } from '../../server/rooms/contract.ts'
import type { Code } from '../lib/api.ts'
import type { BlurEnd } from './blur/way.ts'
import type { Troubles } from './devices.ts'
import type { PersonInRoom } from './people.ts'

/** All that the room's components show. */
export type RoomState = {
  status: 'joining' | 'connected' | 'reconnecting' | 'over'
  /** why it is over, or why coming in is still being tried */
  refusal: Code | undefined
  view: RoomView | undefined
  people: readonly PersonInRoom[]
  /** second screens that are connected now */
  screens: readonly Screen[]
  mic: boolean
  /** what our microphone gives to others, while it is on */
  microphone: MediaStreamTrack | undefined
  camera: boolean
  blur: boolean
  /** blur ended by itself, and the camera is off since */
  blurEnded: BlurEnd | undefined
  screen: boolean
  audioOnly: boolean
  /** our own connection is weak: pictures of others come in small */
  weak: boolean
  troubles: Troubles
  /** the browser waits for a press before it plays sound */
  soundBlocked: boolean
}

export const initialState: RoomState = {
  status: 'joining',
  refusal: undefined,
  view: undefined,
  people: [],
  screens: [],
  mic: false,
  microphone: undefined,
  camera: false,
  blur: false,
  blurEnded: undefined,
  screen: false,
  audioOnly: false,
  weak: false,
  troubles: {},
  soundBlocked: false,
}
