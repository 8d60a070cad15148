import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { announce } from '../ui/Announcer.tsx'
import { changesBetween, type PersonInRoom } from './people.ts'
import type { Room } from './room.ts'

const TOGETHER_MS = 1200

/** Says politely who came and went, several at once as one sentence, and when we are in or back. */
export function useAnnouncements(room: Room): void {
  const { t, i18n } = useLingui()
  const words = {
    in: t`You are in the circle.`,
    back: t`Connected again.`,
    changes(joined: string[], left: string[]) {
      const list = new Intl.ListFormat(i18n.locale)
      const [came, went] = [list.format(joined), list.format(left)]
      return [came && t`${came} came in.`, went && t`${went} left.`].filter(Boolean).join(' ')
    },
  }
  const say = useRef(words)
  say.current = words
  useEffect(() => {
    let from: readonly PersonInRoom[] | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      const { joined, left } = changesBetween(from ?? [], room.state.getState().people)
      from = undefined
      timer = undefined
      const text = say.current.changes(joined, left)
      if (text) announce(text)
    }
    const stop = room.state.subscribe((now, before) => {
      if (before.status !== 'connected' && now.status === 'connected')
        announce(before.status === 'joining' ? say.current.in : say.current.back)
      // the first list is not news: the ring itself tells who is here
      if (before.people.length === 0 || before.people === now.people) return
      from ??= before.people
      timer ??= setTimeout(tell, TOGETHER_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [room])
}
