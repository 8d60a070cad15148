import type { Database } from '../db/open.ts'
import { AppError } from '../lib/errors.ts'
import { talliesOf } from '../tallies/store.ts'
import type { RoomView, SceneView, Seat } from './contract.ts'
import type { SceneState } from './scene.ts'
import { screensOf } from './screens.ts'
import * as store from './store.ts'

/** The room as one admitted person may see it. Throws when that person has no admitted row or no seat. */
export async function roomView(db: Database, room: store.RoomRow, myMembershipId: string): Promise<RoomView> {
  const rows = await store.admissionsOf(db, room.meetupId)
  const mine = rows.find((r) => r.admission.membershipId === myMembershipId)?.admission
  if (mine?.state === 'removed') throw new AppError('removed_from_room')
  const my = room.state.seats.find((s) => s.admission === mine?.id)
  if (mine?.state !== 'admitted' || !my) throw new AppError('not_found')
  return viewFor(db, room, rows, { identity: mine.identity, role: my.role })
}

/**
 * The room as a second screen may see it: as everyone else does, but that its person counts as out until they came along.
 * What they have not begun to see is not written before them either.
 */
export async function screenView(
  db: Database,
  room: store.RoomRow,
  identity: string,
  owner: store.AdmissionRow,
): Promise<RoomView> {
  const rows = await store.admissionsOf(db, room.meetupId)
  const { scene, ...view } = await viewFor(db, room, rows, { identity, role: 'observer' })
  const along = room.state.scene?.along?.includes(owner.id)
  return { ...view, ...(scene && { scene: { ...scene, out: along ? [] : [owner.identity] } }) }
}

type Rows = Awaited<ReturnType<typeof store.admissionsOf>>

async function viewFor(
  db: Database,
  room: store.RoomRow,
  rows: Rows,
  you: RoomView['you'],
): Promise<RoomView> {
  const seats: Seat[] = room.state.seats.flatMap(({ admission, seat, role, muted }) => {
    const row = rows.find((r) => r.admission.id === admission)
    if (!row) return []
    const { pseudonym, avatar } = row.persona
    return [{ identity: row.admission.identity, seat, role, muted, pseudonym, avatar }]
  })
  const sceneView = ({ alone, out, along: _, ...scene }: SceneState): SceneView => ({
    ...scene,
    alone: alone !== undefined,
    out: rows
      .filter(({ admission }) => out.includes(admission.id))
      .map(({ admission }) => admission.identity)
      // that somebody waits by the hearth is for who looks after them, and nobody else's to see
      .filter((identity) => you.role === 'facilitator' || identity === you.identity),
  })
  const [screens, tallies] = [await screensOf(db, room.meetupId), await talliesOf(db, room.meetupId)]
  return {
    version: room.version,
    phase: room.state.phase,
    seats,
    screens: screens
      .map(({ screen, admission }) => ({ identity: screen.identity, owner: admission.identity }))
      .filter(({ owner }) => seats.some((s) => s.identity === owner)),
    ...(room.state.scene && { scene: sceneView(room.state.scene) }),
    ...(tallies.length > 0 && { tallies: tallies.map(({ opened }) => opened) }),
    you,
  }
}
