import { readFileSync } from 'node:fs'
import { CriticalTimers } from 'livekit-client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import '../../../web/room/livekit.ts'

describe('LiveKit’s client', () => {
  afterEach(() => void vi.useRealTimers())

  it('looks every 5 ms whether it is connected, and waits for all else as long as it means to', () => {
    vi.useFakeTimers()
    const ran: string[] = []
    CriticalTimers.setTimeout(() => ran.push('looks'), 50)
    CriticalTimers.setTimeout(() => ran.push('waits'), 51)
    vi.advanceTimersByTime(5)
    expect(ran).toEqual(['looks'])
    vi.advanceTimersByTime(46)
    expect(ran).toEqual(['looks', 'waits'])
  })

  // once it does not, what is replaced here can go
  it('does so, left alone, every 50 ms', () => {
    const source = 'node_modules/livekit-client/src/room/PCTransportManager.ts'
    expect(readFileSync(source, 'utf8')).toContain('await sleep(50)')
  })
})
