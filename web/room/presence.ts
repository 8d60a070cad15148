import type { StoreApi } from 'zustand/vanilla'
import { shallow } from 'zustand/vanilla/shallow'
import type { RoomView } from '../../server/rooms/contract.ts'
import { ApiError } from '../lib/api.ts'
import { oneAtATime } from '../lib/oneAtATime.ts'
import type { Connection } from './connection.ts'
import type { Media } from './media.ts'
import { createMissing } from './missing.ts'
import { isNewer, keepUnchanged, peopleOf, versionIn } from './people.ts'
import type { Pictures } from './pictures.ts'
import { powersOf } from './powers.ts'
import { isFinal } from './retries.ts'
import type { RoomState } from './state.ts'

type Options = {
  state: StoreApi<RoomState>
  /** reads the room from our server; throws {@link ApiError} */
  read: () => Promise<RoomView>
  /** what tells who is connected; none while nothing does */
  source: () => Connection | undefined
  /** whether sound and pictures go through it */
  flowing: () => boolean
  media: Media
  pictures: Pictures
  /** we do not belong here any more */
  over: (refusal: ApiError['code']) => void
}

const ids = (all: readonly { identity: string }[]) => all.map((one) => one.identity)

/** Who is here: our server's view and the connection's facts, put together in the room's state. */
export function createPresence({ state, read, source, flowing, media, pictures, over }: Options) {
  const set = state.setState
  const missing = createMissing(() => refresh())
  let stopped = false
  let refreshing = false

  /** Reads who is here from the connection; many events of one moment become one change. */
  function refresh(): void {
    if (refreshing) return
    refreshing = true
    queueMicrotask(() => {
      refreshing = false
      const { view, people: before } = state.getState()
      const live = source()?.facts()
      if (!live || !view || stopped) return
      // before the rest is drawn: a picture that waits is seen sooner
      pictures.renew()
      for (const identity of live.keys()) missing.found(identity)
      const mine = live.get(view.you.identity)
      const people = keepUnchanged(before, peopleOf(view, live, missing.all()))
      const screens = view.screens.filter(({ identity }) => live.has(identity))
      set((now) => (shallow(ids(now.screens), ids(screens)) ? {} : { screens }))
      // until sound and pictures flow, the switches show what was chosen
      const { mic = false, camera = false, screen = false } = mine ?? {}
      const microphone = flowing() ? source()?.microphone() : undefined
      set(flowing() ? { people, mic, microphone, camera, screen } : { people, microphone })
      if (mine) media.judge(mine.weak || mine.lost)
      lookForStrangers([...live.keys()], view)
    })
  }

  const asked = new Set<string>()
  /** LiveKit knows somebody our view does not list: they may have come since. Asked once for each. */
  function lookForStrangers(here: readonly string[], view: RoomView): void {
    const known = [...view.seats, ...view.screens, view.you].map((one) => one.identity)
    const strange = here.filter((identity) => !asked.has(identity) && !known.includes(identity))
    for (const identity of strange) asked.add(identity)
    if (strange.length > 0) void look()
  }

  function see(view: RoomView): void {
    if (!isNewer(view, state.getState().view)) return
    media.allow(powersOf(view))
    set({ view })
    refresh()
  }

  /** Reads the room from our server. */
  const look = oneAtATime(async () => {
    if (stopped) return
    try {
      see(await read())
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (isFinal(error.code)) over(error.code)
    }
  })

  return {
    refresh,
    see,
    look,
    /** Looks when the room's metadata tells of a newer version. */
    readMetadata(text: string | undefined): void {
      const { view } = state.getState()
      // while we are coming in there is nothing to compare with yet
      if (view && source() && (versionIn(text) ?? -1) > view.version) void look()
    },
    /** We have just come in, or back: strangers are asked for anew. */
    arrived(): void {
      asked.clear()
      refresh()
    },
    /** `broken`: not on purpose, so they keep their place for a while. */
    left(identity: string, broken: boolean): void {
      if (broken) missing.miss(identity)
      refresh()
    },
    /** Those who were here a moment ago are on their way back, as we were. */
    awaitOthers(): void {
      const { people, view } = state.getState()
      for (const p of people) if (p.identity !== view?.you.identity) missing.miss(p.identity)
    },
    stop(): void {
      stopped = true
      missing.stop()
    },
  }
}
