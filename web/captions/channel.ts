import type { Attributes, Speaker } from './wire.ts'

/** A text that came in. `sender` is the LiveKit identity that the server stamped on it. */
export type Message = {
  sender: string
  attributes: Attributes
  /** the text; undefined when it is longer than asked for, or broke off */
  read: (most: number) => Promise<string | undefined>
}

/** What captions need of the room they are in. */
export type Circle = {
  now: () => {
    /** our own LiveKit identity */
    you: string | undefined
    people: readonly Speaker[]
    /** LiveKit identities of second screens: they read what is sent, and never say anything */
    screens: readonly string[]
    /** our own microphone, while it is on and others can hear it */
    microphone: MediaStreamTrack | undefined
  }
  /** Somebody's voice as it comes in; undefined while there is none. */
  soundOf: (identity: string) => MediaStreamTrack | undefined
  /** Calls when any of it has changed; returns what ends that. */
  onChange: (changed: () => void) => () => void
  /** Calls when the room ends for us. */
  onEnd: (then: () => void) => void
  /** Sends a text to everyone here, or to some; rejects while there is no connection. */
  send: (topic: string, text: string, attributes: Attributes, to?: readonly string[]) => Promise<void>
  /** Calls with each text on a topic; returns what ends that. */
  onText: (topic: string, came: (message: Message) => void) => () => void
}
