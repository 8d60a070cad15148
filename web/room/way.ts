import type { RoomCommand, RoomView } from '../../server/rooms/contract.ts'
import { ApiError, type api as callApi } from '../lib/api.ts'

/** How this page is let into a room by our server. Everything throws {@link ApiError}. */
export type Way = {
  /** the signalling socket may be opened at once, with a ticket in the place of the token */
  takesTickets: boolean
  join: (ticket: string | undefined) => Promise<{ token: string; room: RoomView }>
  /** the room as it is now */
  read: () => Promise<RoomView>
  command: (version: number, command: RoomCommand) => Promise<RoomView>
  /** says that this page leaves, also while it goes away */
  goodbye: () => void
}

type Member = {
  meetupId: string
  tab: () => string
  /** leave the other tab or device that is in the room */
  moveHere: boolean
  api: typeof callApi
  goodbye: () => void
}

/** To one's own seat, from this tab. */
export function asMember({ meetupId, tab, moveHere, api, goodbye }: Member): Way {
  let moving = moveHere
  return {
    takesTickets: true,
    async join(ticket) {
      const body = { tab: tab(), moveHere: moving, ticket }
      const joined = await api('POST /api/meetups/:meetupId/join', { meetupId, body })
      moving = false
      return joined
    },
    read: () => api('GET /api/meetups/:meetupId/room', { meetupId }),
    command: (version, command) =>
      api('POST /api/meetups/:meetupId/room/commands', { meetupId, body: { version, command } }),
    goodbye,
  }
}

/** To the words alone, as the second screen that was given this key. It stays one until it is ended. */
export function asScreen(key: string, api: typeof callApi): Way {
  const join = () => api('POST /api/screens/join', { body: { key } })
  return {
    takesTickets: false,
    join,
    read: async () => (await join()).room,
    command: () => Promise.reject(new ApiError('not_allowed', 403, 'A second screen reads only.')),
    goodbye() {},
  }
}
