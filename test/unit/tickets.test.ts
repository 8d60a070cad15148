import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { createTickets } from '../../server/rooms/tickets.ts'

describe('a ticket', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is good for its token, for as long as that is good', async () => {
    const tickets = createTickets()
    tickets.give('mine', 'token')
    expect([tickets.tokenOf('mine'), await tickets.wait('mine')]).toEqual(['token', 'token'])
    expect(tickets.tokenOf('theirs')).toBeUndefined()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(tickets.tokenOf('mine')).toBeUndefined()
  })

  it('is waited for, but not without end', async () => {
    const tickets = createTickets()
    const waits = [tickets.wait('mine'), tickets.wait('nobody’s')]
    await vi.advanceTimersByTimeAsync(3000)
    tickets.give('mine', 'token')
    await vi.advanceTimersByTimeAsync(1000)
    expect(await Promise.all(waits)).toEqual(['token', undefined])
  })

  it('is waited for by one socket, and by two hundred in all', async () => {
    const tickets = createTickets()
    const first = tickets.wait('mine')
    expect(await tickets.wait('mine')).toBeUndefined()
    const others = Array.from({ length: 199 }, () => tickets.wait(newId()))
    expect(await tickets.wait('one too many')).toBeUndefined()
    tickets.give('mine', 'token')
    expect(await first).toBe('token')
    const next = tickets.wait('there is room again')
    tickets.give('there is room again', 'another')
    expect(await next).toBe('another')
    await vi.advanceTimersByTimeAsync(4000)
    expect(new Set(await Promise.all(others))).toEqual(new Set([undefined]))
  })
})
