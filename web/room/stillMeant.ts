import type { RoomCommand, RoomView } from '../../server/rooms/contract.ts'

/** What a command is about: somebody's seat, the circle's scene, or the meetup as a whole. */
function aboutOf(command: RoomCommand, { seats, scene, phase }: RoomView): unknown {
  if ('identity' in command) return seats.find(({ identity }) => identity === command.identity)
  if (command.type === 'open_floor' || command.type === 'end') return phase
  // who steps out of a scene, or into it, changes nothing for who leads it
  return scene && { ...scene, out: undefined }
}

/**
 * Whether a command that was given for one state of the room is meant for a newer one as well: only what it is not about has
 * changed, as when somebody steps out in the moment in which the scene is ended for all.
 */
export const stillMeant = (command: RoomCommand, before: RoomView, now: RoomView): boolean =>
  now.version > before.version &&
  JSON.stringify(aboutOf(command, before)) === JSON.stringify(aboutOf(command, now))
