import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SharedAnswers } from '../../../server/tallies/contract.ts'
import { ApiError, api } from '../../lib/api.ts'
import { createSlips, type Slip } from './slips.ts'

type SharingState = {
  /** mine are among the circle's */
  shared: boolean
  underway: boolean
  error: ApiError | null
}

export type Sharing = {
  state: Pick<StoreApi<SharingState>, 'getState' | 'subscribe' | 'getInitialState'>
  actions: {
    share: (answers: SharedAnswers) => Promise<void>
    withdraw: () => Promise<void>
  }
  close: () => void
}

const slips = createSlips(() => sessionStorage)

/** One's own part in what the circle shares of one going-through. Nothing is asked of the server before one shares. */
export function createSharing(of: { person: string; meetupId: string; opened: number }): Sharing {
  const { person, meetupId, opened } = of
  let kept = slips.of(person, opened)
  const state = createStore<SharingState>(() => ({
    shared: kept?.shared === true,
    underway: false,
    error: null,
  }))
  let closed = false
  const keep = (next: Slip) => {
    kept = next
    // what comes when nobody waits for it any more, as after a quick exit, is not written down
    if (!closed) slips.keep(person, next)
  }

  async function slip(): Promise<string> {
    if (kept) return kept.slip
    const taken = await api('POST /api/meetups/:meetupId/room/scene/slip', { meetupId })
    keep({ opened, slip: taken.slip, shared: false })
    return taken.slip
  }

  /** Once at a time: a switch that is pressed again meanwhile stays where it goes. */
  async function become(shared: boolean, send: (slip: string) => Promise<unknown>): Promise<void> {
    if (state.getState().underway) return
    state.setState({ underway: true, error: null })
    try {
      const mine = await slip()
      await send(mine)
      keep({ opened, slip: mine, shared })
      state.setState({ shared, underway: false })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      state.setState({ underway: false, error })
    }
  }

  return {
    state,
    actions: {
      share: (answers) =>
        become(true, (mine) =>
          api('PUT /api/meetups/:meetupId/room/scene/answers', { meetupId, body: { slip: mine, answers } }),
        ),
      withdraw: () =>
        become(false, (mine) =>
          api('POST /api/meetups/:meetupId/room/scene/answers/withdraw', {
            meetupId,
            body: { slip: mine },
          }),
        ),
    },
    close() {
      closed = true
    },
  }
}
