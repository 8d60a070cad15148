import { useEffect, useState } from 'react'
import type { Room } from '../../room/room.ts'
import { decodePose, type Pose } from '../together/pose.ts'
import { createPosePlayback, FADE_MS, type PosePlayback } from '../together/posePlayback.ts'

export type Poses = {
  /** identities that wear a headset now: their poses come in */
  worn: readonly string[]
  /** where somebody is now, in their own seat; undefined for who is on a flat page */
  of: (identity: string) => (now: number) => Pose | undefined
}

/** The poses that others in this room send. What comes of who has no seat here is not even decoded. */
export function usePoses(room: Room): Poses {
  const [worn, setWorn] = useState<readonly string[]>([])
  const [{ playbacks, came }] = useState(() => ({
    playbacks: new Map<string, PosePlayback>(),
    came: new Map<string, number>(),
  }))
  useEffect(() => {
    const end = room.bytes.onCame((sender, bytes) => {
      if (!room.state.getState().people.some(({ identity, you }) => identity === sender && !you)) return
      const sent = decodePose(bytes)
      if (!sent) return
      const now = performance.now()
      const playback = playbacks.get(sender) ?? createPosePlayback()
      playbacks.set(sender, playback)
      playback.take(sent, now)
      if (now - (came.get(sender) ?? Number.NEGATIVE_INFINITY) > FADE_MS)
        setWorn((before) => [...before.filter((identity) => identity !== sender), sender])
      came.set(sender, now)
    })
    const timer = setInterval(() => {
      const gone = [...came].filter(([, at]) => performance.now() - at > FADE_MS).map(([sender]) => sender)
      for (const sender of gone) {
        came.delete(sender)
        playbacks.delete(sender)
      }
      if (gone.length > 0) setWorn((before) => before.filter((identity) => !gone.includes(identity)))
    }, 1000)
    return () => {
      end()
      clearInterval(timer)
    }
  }, [room, playbacks, came])
  const [of] = useState(() => (identity: string) => (now: number) => playbacks.get(identity)?.at(now))
  return { worn, of }
}
