import {
  AccessToken,
  RoomServiceClient,
  TokenVerifier,
  TrackSource,
  TrackType,
  WebhookReceiver,
} from 'livekit-server-sdk'
import type { PublicRoomState } from './contract.ts'
import type { Grant, Source } from './grants.ts'

/** Where LiveKit is and how we sign for it. `url` is http(s), for its API and for our signalling proxy. */
export type LivekitAccess = { url: string; key: string; secret: string }

/**
 * Somebody who is connected, as LiveKit lists them. `disguised`: a track of theirs is not of the kind its source says,
 * which LiveKit does not check; no client of ours does that.
 */
export type Present = { identity: string; grant: Grant; disguised: boolean }

/** What a LiveKit webhook told us: whether somebody came or went. `id` is the same when it is sent again. */
export type Report = { id: string; moved: boolean; room: string }

/** The one adapter to LiveKit's server. Nothing else imports its SDK or knows its names. */
export type Livekit = {
  access: LivekitAccess
  /** A token for exactly one room and identity, valid 60 seconds. Holds no name and no metadata. */
  token: (room: string, identity: string, grant: Grant) => Promise<string>
  /** The room and identity a token was made for, when we made it; expiry is LiveKit's to judge. */
  readToken: (token: string) => Promise<{ room: string; identity: string } | undefined>
  /** Throws when it does not answer, or does not take our key and secret. */
  check: () => Promise<void>
  /** Makes the room unless it is there; rooms close by themselves only after hours without anybody. */
  ensureRoom: (room: string, state: PublicRoomState) => Promise<void>
  announce: (room: string, state: PublicRoomState) => Promise<void>
  /** Everyone connected, also who is hidden; undefined when there is no such room. */
  present: (room: string) => Promise<readonly Present[] | undefined>
  permit: (room: string, identity: string, grant: Grant) => Promise<void>
  remove: (room: string, identity: string) => Promise<void>
  closeRoom: (room: string) => Promise<void>
  /** Throws when the signature or the body's hash is wrong. */
  readWebhook: (body: string, authorization: string | undefined) => Promise<Report>
}

const SOURCES: Record<Source, TrackSource> = {
  microphone: TrackSource.MICROPHONE,
  camera: TrackSource.CAMERA,
  screen_share: TrackSource.SCREEN_SHARE,
  screen_share_audio: TrackSource.SCREEN_SHARE_AUDIO,
}
const SOUND = [TrackSource.MICROPHONE, TrackSource.SCREEN_SHARE_AUDIO]
const NAMES = new Map(Object.entries(SOURCES).map(([name, source]) => [source, name as Source]))
export const TOKEN_SECONDS = 60
const EMPTY_SECONDS = 6 * 3600

/** LiveKit reads an empty list of sources as "all of them", so publishing is switched off as a whole then. */
const permission = (grant: Grant) => ({
  canSubscribe: grant.subscribe,
  canPublish: grant.sources.length > 0,
  canPublishSources: grant.sources.map((s) => SOURCES[s]),
  canPublishData: grant.data,
  canUpdateMetadata: false,
  hidden: false,
})

const isGone = (error: unknown) => (error as { status?: number }).status === 404

export function createLivekit(access: LivekitAccess): Livekit {
  const { url, key, secret } = access
  const rooms = new RoomServiceClient(url, key, secret, { requestTimeout: 5 })
  const webhooks = new WebhookReceiver(key, secret)
  const verifier = new TokenVerifier(key, secret)
  const gone = async (work: Promise<unknown>) =>
    void (await work.catch((e) => (isGone(e) ? undefined : Promise.reject(e))))
  return {
    access,
    async token(room, identity, grant) {
      const token = new AccessToken(key, secret, { identity, ttl: TOKEN_SECONDS })
      const { canSubscribe, canPublish, canPublishSources, canPublishData } = permission(grant)
      token.addGrant({
        roomJoin: true,
        room,
        canSubscribe,
        canPublish,
        canPublishSources,
        canPublishData,
        canUpdateOwnMetadata: false,
      })
      return token.toJwt()
    },
    async readToken(token) {
      // ten minutes of tolerance: LiveKit itself hands out refreshed tokens and judges their time
      const claims = await verifier.verify(token, 600).catch(() => undefined)
      const [room, identity] = [claims?.video?.room, claims?.sub]
      return claims?.video?.roomJoin && room && identity ? { room, identity } : undefined
    },
    check: async () => void (await rooms.listRooms(['none'])),
    async ensureRoom(room, state) {
      await rooms.createRoom({
        name: room,
        emptyTimeout: EMPTY_SECONDS,
        departureTimeout: EMPTY_SECONDS,
        metadata: JSON.stringify(state),
      })
    },
    announce: (room, state) => gone(rooms.updateRoomMetadata(room, JSON.stringify(state))),
    async present(room) {
      const list = await rooms
        .listParticipants(room)
        .catch((e) => (isGone(e) ? undefined : Promise.reject(e)))
      return list?.map(({ identity, permission: p, tracks }) => ({
        identity,
        disguised: tracks.some((t) => (t.type === TrackType.AUDIO) !== SOUND.includes(t.source)),
        grant: {
          subscribe: p?.canSubscribe ?? false,
          data: p?.canPublishData ?? false,
          sources: p?.canPublish ? p.canPublishSources.flatMap((s) => NAMES.get(s) ?? []) : [],
        },
      }))
    },
    permit: (room, identity, grant) =>
      gone(rooms.updateParticipant(room, identity, { permission: permission(grant) })),
    remove: (room, identity) => gone(rooms.removeParticipant(room, identity)),
    closeRoom: (room) => gone(rooms.deleteRoom(room)),
    async readWebhook(body, authorization) {
      const event = await webhooks.receive(body, authorization)
      const moved = event.event === 'participant_joined' || event.event === 'participant_left'
      return { id: event.id, moved, room: event.room?.name ?? '' }
    },
  }
}
