import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useApi } from '../lib/queries.ts'

const AGAIN_MS = 10_000

/** A meetup that stays true: the server says when it has changed. `skew` is the server's clock minus this device's, in ms. */
export function useMeetup(meetupId: string) {
  const queries = useQueryClient()
  const meetup = useApi('GET /api/meetups/:meetupId', { meetupId })
  const there = meetup.data !== undefined
  useEffect(() => {
    if (!there) return
    let events: EventSource
    let timer: ReturnType<typeof setTimeout> | undefined
    const changed = () =>
      void queries.invalidateQueries({ queryKey: ['GET /api/meetups/:meetupId', { meetupId }] })
    const listen = () => {
      events = new EventSource(`/api/meetups/${encodeURIComponent(meetupId)}/events`)
      events.onmessage = changed
      events.onerror = () => {
        // a lost connection is made again by the browser, a refused one (a proxy while we restart) is not
        if (events.readyState !== EventSource.CLOSED) return
        changed()
        timer = setTimeout(listen, AGAIN_MS)
      }
    }
    listen()
    return () => {
      clearTimeout(timer)
      events.close()
    }
  }, [meetupId, queries, there])
  const skew = useMemo(
    () => (meetup.data ? Date.parse(meetup.data.now) - meetup.dataUpdatedAt : 0),
    [meetup.data, meetup.dataUpdatedAt],
  )
  return { ...meetup, skew }
}
