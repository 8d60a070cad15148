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
    expect([tickets.tokenOf('mine'), await tickets.wait('mine', 'home', here)]).toEqual(['token', 'token'])
    expect(tickets.tokenOf('theirs')).toBeUndefined()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(tickets.tokenOf('mine')).toBeUndefined()
  })

  it('is waited for, but not without end', async () => {
    const tickets = createTickets()
    const waits = [tickets.wait('mine', 'home', here), tickets.wait('nobody’s', 'home', here)]
    await vi.advanceTimersByTimeAsync(3000)
    tickets.give('mine', 'token')
    await vi.advanceTimersByTimeAsync(1000)
    expect(await Promise.all(waits)).toEqual(['token', undefined])
  })

  it('is waited for by twenty from one address: nobody keeps the others out', async () => {
    const tickets = createTickets()
    const waits = Array.from({ length: 20 }, () => tickets.wait(newId(), 'home', here))
    expect(await tickets.wait('one too many', 'home', here)).toBeUndefined()
    const next = tickets.wait('mine', 'next door', here)
    tickets.give('mine', 'token')
    expect(await next).toBe('token')
    await vi.advanceTimersByTimeAsync(4000)
    expect(new Set(await Promise.all(waits))).toEqual(new Set([undefined]))
  })

  it('is waited for by one socket, and by two hundred in all', async () => {
    const tickets = createTickets()
    const first = tickets.wait('mine', 'home', here)
    expect(await tickets.wait('mine', 'home', here)).toBeUndefined()
    const others = Array.from({ length: 199 }, (_, n) => tickets.wait(newId(), `home ${n % 10}`, here))
    expect(await tickets.wait('one too many', 'home', here)).toBeUndefined()
    tickets.give('mine', 'token')
    expect(await first).toBe('token')
    const next = tickets.wait('there is room again', 'home', here)
    tickets.give('there is room again', 'another')
    expect(await next).toBe('another')
    await vi.advanceTimersByTimeAsync(4000)
    expect(new Set(await Promise.all(others))).toEqual(new Set([undefined]))
  })

  it('is waited for no longer once the browser is gone', async () => {
    const tickets = createTickets()
    const gone = new AbortController()
    const wait = tickets.wait('mine', 'home', gone.signal)
    gone.abort()
    expect(await wait).toBeUndefined()
    const again = tickets.wait('mine', 'home', here)
    tickets.give('mine', 'token')
    expect(await again).toBe('token')
  })
})
