import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { announce } from '../ui/Announcer.tsx'
import { changesBetween } from './people.ts'
import type { Room } from './room.ts'
import type { RoomState } from './state.ts'

const TOGETHER_MS = 1200

/**
 * Says politely who came and went, several at once as one sentence, what became of our own microphone and camera (a key
 * switches them from anywhere), and when we are in or back.
 */
export function useAnnouncements(room: Room): void {
  const { t, i18n } = useLingui()
  const words = {
    in: t`You are in the circle.`,
    back: t`Connected again.`,
    device: {
      mic: [t`Your microphone is off.`, t`Your microphone is on.`],
      camera: [t`Your camera is off.`, t`Your camera is on.`],
    },
    changes(joined: string[], left: string[]) {
      const list = new Intl.ListFormat(i18n.locale)
      const [came, went] = [list.format(joined), list.format(left)]
      return [came && t`${came} came in.`, went && t`${went} left.`].filter(Boolean).join(' ')
    },
  }
  const say = useRef(words)
  say.current = words
  useEffect(() => {
    let from: RoomState | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      const now = room.state.getState()
      const before = from ?? now
      from = undefined
      timer = undefined
      const { joined, left } = changesBetween(before.people, now.people)
      const own = (['mic', 'camera'] as const).map(
        (what) => now[what] !== before[what] && say.current.device[what][now[what] ? 1 : 0],
      )
      const text = [say.current.changes(joined, left), ...own].filter(Boolean).join(' ')
      if (text) announce(text)
    }
    const stop = room.state.subscribe((now, before) => {
      if (before.status !== 'connected' && now.status === 'connected')
        announce(before.status === 'joining' ? say.current.in : say.current.back)
      // the first list is not news: the ring itself tells who is here
      if (before.people.length === 0 || now.status !== 'connected') return
      if (before.people === now.people && before.mic === now.mic && before.camera === now.camera) return
      from ??= before
      timer ??= setTimeout(tell, TOGETHER_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [room])
}
