import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useApi } from '../lib/queries.ts'

/** A meetup that stays true: the server says when it has changed. `skew` is the server's clock minus this device's, in ms. */
export function useMeetup(meetupId: string) {
  const queries = useQueryClient()
  const meetup = useApi('GET /api/meetups/:meetupId', { meetupId })
  const there = meetup.data !== undefined
  useEffect(() => {
    if (!there) return
    const events = new EventSource(`/api/meetups/${encodeURIComponent(meetupId)}/events`)
    events.onmessage = () =>
      void queries.invalidateQueries({ queryKey: ['GET /api/meetups/:meetupId', { meetupId }] })
    return () => events.close()
  }, [meetupId, queries, there])
  const skew = useMemo(
    () => (meetup.data ? Date.parse(meetup.data.now) - meetup.dataUpdatedAt : 0),
    [meetup.data, meetup.dataUpdatedAt],
  )
  return { ...meetup, skew }
}
