import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { createTickets } from '../../server/rooms/tickets.ts'

const here = new AbortController().signal

describe('a ticket', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is good for its token, for as long as that is good', async () => {
    const tickets = createTickets()
    tickets.give('mine', 'token')
    expect([tickets.tokenOf('mine'), await tickets.wait('mine', here)]).toEqual(['token', 'token'])
    expect(tickets.tokenOf('theirs')).toBeUndefined()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(tickets.tokenOf('mine')).toBeUndefined()
  })

  it('is waited for, but not without end', async () => {
    const tickets = createTickets()
    const waits = [tickets.wait('mine', here), tickets.wait('nobody’s', here)]
    await vi.advanceTimersByTimeAsync(3000)
    tickets.give('mine', 'token')
    await vi.advanceTimersByTimeAsync(1000)
    expect(await Promise.all(waits)).toEqual(['token', undefined])
  })

  it('is waited for by one socket, and by two hundred in all', async () => {
    const tickets = createTickets()
    const first = tickets.wait('mine', here)
    expect(await tickets.wait('mine', here)).toBeUndefined()
    const others = Array.from({ length: 199 }, () => tickets.wait(newId(), here))
    expect(await tickets.wait('one too many', here)).toBeUndefined()
    tickets.give('mine', 'token')
    expect(await first).toBe('token')
    const next = tickets.wait('there is room again', here)
    tickets.give('there is room again', 'another')
    expect(await next).toBe('another')
    await vi.advanceTimersByTimeAsync(4000)
    expect(new Set(await Promise.all(others))).toEqual(new Set([undefined]))
  })

  it('is waited for no longer once the browser is gone', async () => {
    const tickets = createTickets()
    const gone = new AbortController()
    const wait = tickets.wait('mine', gone.signal)
    gone.abort()
    expect(await wait).toBeUndefined()
    const again = tickets.wait('mine', here)
    tickets.give('mine', 'token')
    expect(await again).toBe('token')
  })
})
