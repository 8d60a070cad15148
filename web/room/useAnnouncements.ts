import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { announce } from '../ui/Announcer.tsx'
import { changesBetween, type PersonInRoom } from './people.ts'
import type { Room } from './room.ts'

const TOGETHER_MS = 1200

/** Says politely who came and went, several at once as one sentence, and when we are in or back. */
export function useAnnouncements(room: Room): void {
  const { t, i18n } = useLingui()
  const say = useRef({ t, names: new Intl.ListFormat(i18n.locale) })
  say.current = { t, names: new Intl.ListFormat(i18n.locale) }
  useEffect(() => {
    let from: readonly PersonInRoom[] | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      const { t, names } = say.current
      const { joined, left } = changesBetween(from ?? [], room.state.getState().people)
      from = undefined
      timer = undefined
      const [came, went] = [names.format(joined), names.format(left)]
      const words = [came && t`${came} came in.`, went && t`${went} left.`].filter(Boolean)
      if (words.length > 0) announce(words.join(' '))
    }
    const stop = room.state.subscribe((now, before) => {
      const { t } = say.current
      if (before.status !== 'connected' && now.status === 'connected')
        announce(before.status === 'joining' ? t`You are in the circle.` : t`Connected again.`)
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
