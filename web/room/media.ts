import type { StoreApi } from 'zustand/vanilla'
import { BlurError } from './blur/camera.ts'
import type { BlurEnd } from './blur/way.ts'
import type { Connection } from './connection.ts'
import { type Choices, type DeviceKind, type DeviceTrouble, troubleWith } from './devices.ts'
import { type Powers, powersOf } from './powers.ts'
import type { RoomState } from './state.ts'

/** How long our own connection must be good before pictures come in full size again. */
const CALM_MS = 15_000

type Options = {
  state: StoreApi<RoomState>
  connection: () => Connection | undefined
  /** who is here has to be read again */
  changed: () => void
}

/** What goes out and comes in: camera, microphone, screen, and how much of the others' pictures. */
export function createMedia({ state, connection, changed }: Options) {
  const { getState, setState: set } = state
  /** those whose pictures come in full, by identity */
  let kept: readonly string[] = []
  let devices: Choices['devices'] = {}
  /** what the person wants switched on: it outlives a lost connection */
  const wanted = { mic: false, camera: false }
  /** kinds that were chosen while there was no connection that could use them */
  const unused = new Set<DeviceKind>()
  let calm: ReturnType<typeof setTimeout> | undefined

  const trouble = (what: 'mic' | 'camera', why: DeviceTrouble | undefined) =>
    set(({ troubles }) => ({ troubles: { ...troubles, [what]: why } }))
  const failed = async (what: 'mic' | 'camera', error: unknown) =>
    trouble(what, await troubleWith(what, error))

  const blurEnded = (why: BlurEnd) => {
    wanted.camera = false
    set({ blurEnded: why })
    changed()
  }

  async function setDevice(what: 'mic' | 'camera', on: boolean): Promise<void> {
    const { view, blur } = getState()
    const powers = powersOf(view)
    if (on && view && !(what === 'mic' ? powers.microphone === 'free' : powers.camera)) return
    wanted[what] = on
    if (what === 'camera') set({ blurEnded: undefined })
    const current = connection()
    if (!current) return set(what === 'mic' ? { mic: on } : { camera: on })
    try {
      await (what === 'mic' ? current.setMic(on) : current.setCamera(on, blur ? blurEnded : undefined))
      trouble(what, undefined)
    } catch (error) {
      // when the connection broke meanwhile, the next one switches it on
      if (connection() !== current) return
      wanted[what] = false
      if (error instanceof BlurError) set({ blurEnded: 'broken' })
      else await failed(what, error)
    }
    changed()
  }

  /** Tells the connection how much to receive. */
  function limit(): void {
    const { audioOnly, weak } = getState()
    connection()?.receive(audioOnly ? 'none' : weak ? 'small' : 'all', kept)
    changed()
  }

  return {
    /** As the person chose before coming in. */
    choose({ mic, camera, blur, ...chosen }: Choices): void {
      Object.assign(wanted, { mic, camera })
      devices = chosen.devices
      set({ mic, camera, blur })
    },
    devices: () => devices,
    wanted: (): Readonly<typeof wanted> => ({ ...wanted }),
    /** What one may not do now is not wanted any more: who may again decides anew. */
    allow({ microphone, camera }: Powers): void {
      wanted.mic &&= microphone === 'free'
      wanted.camera &&= camera
    },
    /** A device stopped by itself, and no other could take its place. */
    stopped(what: 'mic' | 'camera'): void {
      if (!wanted[what]) return
      wanted[what] = false
      trouble(what, 'gone')
      changed()
    },
    setMic: (on: boolean) => setDevice('mic', on),
    setCamera: (on: boolean) => setDevice('camera', on),
    /** The camera goes off and on again with it: from this moment on nothing goes out the other way. */
    async setBlur(blur: boolean): Promise<void> {
      set({ blur })
      if (!wanted.camera) return
      await setDevice('camera', false)
      await setDevice('camera', true)
    },
    async setScreen(on: boolean): Promise<void> {
      // refused or given up in the browser's own window: that is no trouble
      await connection()
        ?.setScreen(on)
        .catch(() => {})
      changed()
    },
    keepInSight(identities: readonly string[]): void {
      kept = identities
      limit()
    },
    setAudioOnly(audioOnly: boolean): void {
      set({ audioOnly })
      limit()
    },
    async chooseDevice(kind: DeviceKind, deviceId: string): Promise<void> {
      devices = { ...devices, [kind]: deviceId }
      const what = kind === 'audioinput' ? 'mic' : kind === 'videoinput' ? 'camera' : undefined
      const current = connection()
      if (!current) unused.add(kind)
      try {
        await current?.chooseDevice(kind, deviceId)
        if (what) trouble(what, undefined)
      } catch (error) {
        if (what) await failed(what, error)
      }
      changed()
    },
    /** On a new connection: what was on before is on again. A device that fails says so and keeps nobody out. */
    async resume(): Promise<void> {
      limit()
      for (const kind of unused)
        await connection()
          ?.chooseDevice(kind, devices[kind] ?? '')
          .catch(() => {})
      unused.clear()
      const { mic, camera } = wanted
      if (mic) await setDevice('mic', true)
      if (camera) await setDevice('camera', true)
    },
    /** Takes smaller pictures at once when our connection turns weak, and full ones after it was good for a while. */
    judge(weak: boolean): void {
      if (weak) {
        clearTimeout(calm)
        calm = undefined
        if (getState().weak) return
        set({ weak })
        limit()
      } else if (getState().weak)
        calm ??= setTimeout(() => {
          calm = undefined
          set({ weak: false })
          limit()
        }, CALM_MS)
    },
    stop: () => clearTimeout(calm),
  }
}

export type Media = ReturnType<typeof createMedia>
