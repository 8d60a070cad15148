import type { Message } from '../captions/channel.ts'
import type { BlurEnd } from './blur/way.ts'
import type { Choices, DeviceKind } from './devices.ts'
import type { LiveFacts } from './people.ts'
import type { Showable, What } from './pictures.ts'

/** Which pictures of others come in: all, only small ones on a weak connection, or none. */
export type Reception = 'all' | 'small' | 'none'

/** What a connection tells of. `changed` comes in bursts; read the facts then. */
export type Told = {
  changed: () => void
  metadata: (text: string | undefined) => void
  /** the connection is interrupted, and LiveKit's client tries to mend it */
  away: () => void
  back: () => void
  /** somebody went; `broken` when they did not leave but their connection did */
  left: (identity: string, broken: boolean) => void
  soundBlocked: (blocked: boolean) => void
  /** our own device was unplugged, taken or forbidden, and LiveKit's client found no other */
  stopped: (what: 'mic' | 'camera') => void
  /** it is over, and only a new one helps; `replaced`: somebody came in with this very identity */
  gone: (why: 'replaced' | 'lost') => void
  /** somebody sent a text on one of the topics that were asked for */
  text: (topic: string, message: Message) => void
  /** somebody sent a few bytes that may have been lost */
  bytes: (sender: string, bytes: Uint8Array) => void
}

export type Connection = {
  /** sound and pictures can flow; rejects when there is no way for them, and then it is over */
  ready: Promise<void>
  /** of the room, as LiveKit has it now */
  metadata: () => string | undefined
  /** everyone connected, oneself too, by LiveKit identity */
  facts: () => ReadonlyMap<string, LiveFacts>
  trackOf: (identity: string, what: What) => Showable | undefined
  setMic: (on: boolean) => Promise<void>
  /** With `blur` only a blurred picture goes out: if that ends, the camera is off before `blur` is told of it. */
  setCamera: (on: boolean, blur?: (why: BlurEnd) => void) => Promise<void>
  setScreen: (on: boolean) => Promise<void>
  /** `kept` by identity: their pictures come in full whatever the rule is */
  receive: (rule: Reception, kept: readonly string[]) => void
  chooseDevice: (kind: DeviceKind, deviceId: string) => Promise<void>
  startSound: () => Promise<void>
  /** what our own microphone gives, while it is on */
  microphone: () => MediaStreamTrack | undefined
  /** somebody's voice as it comes in */
  soundOf: (identity: string) => MediaStreamTrack | undefined
  /** sends a text to everyone, or to some by their identity */
  send: (
    topic: string,
    text: string,
    attributes: Readonly<Record<string, string>>,
    to?: readonly string[],
  ) => Promise<void>
  /** sends a few bytes to everyone; they are lost rather than late */
  sendBytes: (bytes: Uint8Array<ArrayBuffer>) => void
  /** whether voices sound as they come, or are silent here because something else gives them their place */
  playVoices: (on: boolean) => void
  close: () => Promise<void>
}

export type Connect = (options: {
  /** of the signalling socket, `ws(s)://…` */
  url: string
  /** a LiveKit token, or a ticket that our own gate takes in its place */
  token: string | Promise<string>
  /** leave to come in; rejects with the reason why not */
  leave: Promise<unknown>
  devices: Choices['devices']
  told: Told
  /** texts on these are read */
  topics: readonly string[]
  /** milliseconds before the next try to mend an interruption; null gives up */
  resumeDelay: (retry: number, elapsedMs: number) => number | null
}) => Promise<Connection>
