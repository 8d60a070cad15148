import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf as onServer } from '../../server/meetups/rules.ts'
import { regionalTag } from '../../web/lib/times.ts'
import { instantOf, wallClock } from '../../web/lib/zones.ts'

describe('what a planned time is elsewhere', () => {
  test.each([
    ['2026-07-01T19:00', 'Europe/Madrid', '2026-07-01T17:00:00.000Z'],
    ['2026-12-01T19:00', 'America/New_York', '2026-12-02T00:00:00.000Z'],
    ['2026-12-01T19:00', 'Asia/Kathmandu', '2026-12-01T13:15:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Madrid', '2026-10-25T00:30:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(new Date(instantOf(local, zone) ?? 0).toISOString()).toBe(instant)
  })
  test('a time that the clocks skip is none', () => {
    expect(instantOf('2026-03-29T02:30', 'Europe/Madrid')).toBeUndefined()
    expect(instantOf('2026-03-08T02:30', 'America/New_York')).toBeUndefined()
  })
  test('what is no time and no zone is none', () => {
    expect(instantOf('', 'Europe/Madrid')).toBeUndefined()
    expect(instantOf('2026-07-01T19:00', 'Mars/Olympus')).toBeUndefined()
  })
  test('the browser says what the server decides, in any zone at any time', () => {
    const zone = fc.constantFrom(
      ...['UTC', 'Europe/Madrid', 'America/New_York', 'America/Santiago', 'Australia/Lord_Howe'],
      ...['Asia/Kolkata', 'Pacific/Auckland', 'Africa/Casablanca', 'Pacific/Apia'],
    )
    const minute = fc.integer({ min: Date.UTC(2026, 0) / 60_000, max: Date.UTC(2028, 0) / 60_000 })
    fc.assert(
      fc.property(zone, minute, (where, at) => {
        const local = wallClock(at * 60_000, where)
        expect(instantOf(local, where)).toBe(onServer(local, where)?.getTime())
      }),
    )
  })
})

describe('dates are written', () => {
  test.each([
    ['en', ['en-GB', 'en'], 'en-GB'],
    ['en', ['es-ES', 'en-IE'], 'en-IE'],
    ['es', ['en-GB'], 'es'],
    ['en', ['en'], 'en'],
    ['en', ['en-US@posix', 'eng-X'], 'en'],
  ])('for %s on a device with %j as in %s', (language, tags, expected) => {
    expect(regionalTag(language, tags)).toBe(expected)
  })
})
