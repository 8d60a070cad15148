import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { errors } from '../../../server/contract.ts'
import { isFinal, joinDelay, resumeDelay } from '../../../web/room/retries.ts'

describe('coming in again', () => {
  it('is tried at once, then with growing pauses of at most five seconds', () => {
    const delays = Array.from({ length: 20 }, (_, i) => joinDelay(i))
    expect(delays.slice(0, 3)).toEqual([0, 300, 500])
    expect(delays).toEqual([...delays].sort((a, b) => a - b))
    expect(Math.max(...delays)).toBe(5000)
  })

  it('goes on for failures that pass, and ends for refusals that stay', () => {
    const passing = Object.keys({ ...errors, offline: 0 }).filter((code) => !isFinal(code))
    for (const code of ['offline', 'room_unavailable', 'internal', 'storage_unavailable', 'too_many'])
      expect(passing).toContain(code)
    for (const code of [
      'removed_from_room',
      'meetup_over',
      'open_in_another_tab',
      'rsvp_needed',
      'no_seat_left',
    ])
      expect(passing).not.toContain(code)
  })
})

describe('mending a connection', () => {
  it('is given up after one try while our server answers: LiveKit was restarted', () => {
    expect([0, 1, 2].map((retry) => resumeDelay(retry, 0, true))).toEqual([0, null, null])
  })

  it('is tried at least every two seconds while the network is away, for less than a minute', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(120_000), (retry, elapsed) => {
        const delay = resumeDelay(retry, elapsed, false)
        if (elapsed > 60_000) expect(delay).toBeNull()
        else if (delay !== null) expect(delay).toBeLessThanOrEqual(2000)
      }),
    )
    expect(resumeDelay(5, 10_000, false)).not.toBeNull()
  })
})
