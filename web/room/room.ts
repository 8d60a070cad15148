import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RoomCommand } from '../../server/rooms/contract.ts'
import type { Circle, Message } from '../captions/channel.ts'
import { ApiError } from '../lib/api.ts'
import { randomId } from '../lib/randomId.ts'
import type { Connect, Connection, Told } from './connection.ts'
import type { Choices, DeviceKind } from './devices.ts'
import { createMedia } from './media.ts'
import { createPictures, type What } from './pictures.ts'
import { createPresence } from './presence.ts'
import type { Pulse } from './pulse.ts'
import { createPause, isFinal, joinDelay, resumeDelay } from './retries.ts'
import { initialState, type RoomState } from './state.ts'
import { stillMeant } from './stillMeant.ts'
import type { Way } from './way.ts'

export type Room = {
  /** The way in begins, once. */
  enter: (choices: Choices) => void
  /** Tells the server that this tab leaves, where it has entered. For a page that goes away. */
  goodbye: () => void
  state: Pick<StoreApi<RoomState>, 'getState' | 'subscribe' | 'getInitialState'>
  actions: {
    setMic: (on: boolean) => Promise<void>
    setCamera: (on: boolean) => Promise<void>
    setScreen: (on: boolean) => Promise<void>
    /** the camera's picture goes out only with its background blurred, or as it is */
    setBlur: (on: boolean) => Promise<void>
    setAudioOnly: (on: boolean) => void
    /** pictures of these come in full also when others come in small, or none at all; by identity */
    keepInSight: (identities: readonly string[]) => void
    chooseDevice: (kind: DeviceKind, deviceId: string) => Promise<void>
    turnOnSound: () => Promise<void>
    /** whether voices sound as they come, or something else gives them their place and plays them */
    playVoices: (on: boolean) => void
    /** a facilitator's command, given once more where the room changed in what it is not about; throws {@link ApiError} after the room was read again */
    command: (command: RoomCommand) => Promise<void>
    /** shows somebody's camera or screen in an element; returns what ends it */
    showVideo: (identity: string, what: What, element: HTMLVideoElement) => () => void
  }
  /** What captions need of this room. */
  circle: Circle
  /** What goes to and fro many times a second, and may be lost. */
  bytes: {
    send: (bytes: Uint8Array<ArrayBuffer>) => void
    /** calls with what others send, by their identity; returns what ends that */
    onCame: (came: (sender: string, bytes: Uint8Array) => void) => () => void
  }
  close: () => Promise<void>
}

const isChanged = (error: unknown) => error instanceof ApiError && error.code === 'room_changed'

type Options = {
  way: Way
  connect: Connect
  pulse: Pulse
  /** of the signalling socket, `ws(s)://…` */
  url: string
}

/**
 * One person's way into a room, which begins with `enter`, being there, and coming back by itself. Everything about it
 * ends with `close`.
 */
export function createRoom({ way, connect, url, ...rest }: Options): Room {
  const state = createStore(() => initialState)
  const set = state.setState
  /** what sound and pictures go through */
  let connection: Connection | undefined
  /** what tells who is here: the connection, already while sound and pictures are on their way */
  let source: Connection | undefined
  let closed = false
  const pictures = createPictures((identity, what) => source?.trackOf(identity, what))
  const media = createMedia({ state, connection: () => connection, changed: () => here.refresh() })
  const here = createPresence({
    state,
    read: way.read,
    source: () => source,
    flowing: () => connection !== undefined,
    media,
    pictures,
    over: (refusal) => end(refusal),
  })

  // --- what people write

  const ends = new Set<() => void>()
  const readers = new Map<string, Set<(message: Message) => void>>()
  const circle: Circle = {
    now() {
      const { people, screens, view, microphone } = state.getState()
      return { you: view?.you.identity, people, screens: screens.map((s) => s.identity), microphone }
    },
    soundOf: (identity) => connection?.soundOf(identity),
    onChange: (changed) => state.subscribe(changed),
    onEnd: (then) => void ends.add(then),
    async send(topic, text, attributes, to) {
      if (!connection) throw new Error('not connected')
      await connection.send(topic, text, attributes, to)
    },
    onText(topic, came) {
      const all = readers.get(topic) ?? new Set()
      readers.set(topic, all.add(came))
      return () => void all.delete(came)
    },
  }

  const bytesCame = new Set<(sender: string, bytes: Uint8Array) => void>()
  let voicesPlayed = true

  // --- coming in, and coming back

  const pause = createPause()
  let pulse: ReturnType<Pulse> | undefined
  const alive = () => pulse?.alive() ?? true
  const beat: Parameters<Pulse>[0] = {
    lost() {
      const { status } = state.getState()
      if (status === 'connected') set({ status: 'reconnecting' })
      if (status === 'joining') set({ refusal: 'offline' })
    },
    back() {
      pause.end()
      if (connection && state.getState().status === 'reconnecting' && !away) {
        arrived()
        void here.look()
      }
    },
  }
  /** LiveKit's client says that it is mending the connection */
  let away = false

  function arrived(): void {
    set({ status: alive() ? 'connected' : 'reconnecting', refusal: undefined })
    here.arrived()
  }

  function end(refusal: RoomState['refusal']): void {
    if (closed) return
    set({ status: 'over', refusal })
    void close()
  }

  /** After a break our server says first whether we still belong here, or went on in another tab. */
  async function stillHere(identity: string): Promise<boolean> {
    const view = await way.read()
    if (view.you.identity === identity) return true
    end('open_in_another_tab')
    return false
  }

  async function comeIn(): Promise<void> {
    for (let attempt = 0; !closed; attempt++) {
      if (attempt > 0) await pause.wait(joinDelay(attempt))
      if (closed) return
      try {
        const before = state.getState().view?.you.identity
        if (before && !(await stillHere(before))) return
        return await open(attempt === 0)
      } catch (error) {
        if (closed) return
        if (error instanceof ApiError && isFinal(error.code)) return end(error.code)
        set({ refusal: error instanceof ApiError ? error.code : 'room_unavailable' })
      }
    }
  }

  /** With `early` the socket is opened at once, and waits at our gate until the server has said yes. */
  async function open(early: boolean): Promise<void> {
    let over = false
    const told: Told = {
      changed: () => void (over || here.refresh()),
      metadata: (text) => void (over || here.readMetadata(text)),
      away() {
        // while it is being made there is nothing to come back to
        if (!connection) return
        away = true
        set({ status: 'reconnecting' })
      },
      back() {
        if (!connection) return
        away = false
        arrived()
        void here.look()
      },
      left(identity, broken) {
        here.left(identity, broken)
      },
      soundBlocked: (soundBlocked) => set({ soundBlocked }),
      stopped: media.stopped,
      text: (topic, message) => {
        for (const came of readers.get(topic) ?? []) came(message)
      },
      bytes: (sender, bytes) => {
        for (const came of bytesCame) came(sender, bytes)
      },
      gone(why) {
        over = true
        source = connection = undefined
        if (closed) return
        if (why === 'replaced') return end('open_in_another_tab')
        set({ status: 'reconnecting', ...media.wanted(), screen: false })
        void comeIn()
      },
    }
    const ticket = early && way.takesTickets ? randomId() : undefined
    const joining = way.join(ticket)
    const leave = joining.then(() => {
      if (closed) throw new Error('left while coming in')
    })
    // a refusal is met by the connection, also when it comes before that listens
    leave.catch(() => {})
    const next = await connect({
      url,
      token: ticket ?? joining.then(({ token }) => token),
      leave,
      devices: media.devices(),
      told,
      topics: [...readers.keys()],
      resumeDelay: (retry, elapsed) => resumeDelay(retry, elapsed, alive()),
    })
    if (closed) return void next.close()
    source = next
    try {
      here.see((await joining).room)
      here.readMetadata(next.metadata())
      here.awaitOthers()
      await next.ready
    } catch (error) {
      source = undefined
      throw error
    }
    if (closed || over) return
    connection = next
    next.playVoices(voicesPlayed)
    away = false
    arrived()
    await media.resume()
  }

  // --- the end

  const goodbye = () => {
    if (pulse && !closed && state.getState().status !== 'over') way.goodbye()
  }

  async function close(): Promise<void> {
    if (closed) return
    goodbye()
    closed = true
    for (const end of ends) end()
    pulse?.stop()
    pause.end()
    media.stop()
    here.stop()
    await source?.close()
    source = connection = undefined
    pictures.renew()
  }

  return {
    state,
    enter(choices) {
      if (closed || pulse) return
      media.choose(choices)
      pulse = rest.pulse(beat)
      void comeIn()
    },
    goodbye,
    actions: {
      setMic: media.setMic,
      setCamera: media.setCamera,
      setBlur: media.setBlur,
      setScreen: media.setScreen,
      setAudioOnly: media.setAudioOnly,
      keepInSight: media.keepInSight,
      chooseDevice: media.chooseDevice,
      turnOnSound: async () => connection?.startSound(),
      playVoices(on) {
        voicesPlayed = on
        connection?.playVoices(on)
      },
      async command(command) {
        const give = async () => here.see(await way.command(state.getState().view?.version ?? 0, command))
        const before = state.getState().view
        try {
          await give()
        } catch (error) {
          await here.look()
          const now = state.getState().view
          if (!before || !now || !isChanged(error) || !stillMeant(command, before, now)) throw error
          await give()
        }
      },
      showVideo: pictures.show,
    },
    circle,
    bytes: {
      send: (bytes) => connection?.sendBytes(bytes),
      onCame(came) {
        bytesCame.add(came)
        return () => void bytesCame.delete(came)
      },
    },
    close,
  }
}
