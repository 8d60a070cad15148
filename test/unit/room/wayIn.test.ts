import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createWorld, names, settle, status, viewOf } from '../../support/world.ts'

describe('one person’s way into the room', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('isSecureContext', true)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('leads in, with microphone and camera as they were chosen', async () => {
    const { world, room } = createWorld({ mic: true })
    await settle()
    expect(status(room)).toBe('connected')
    expect(world.mine).toMatchObject({ mic: true, camera: false })
    expect(names(room)).toEqual(['me', 'ann'])
  })

  it('opens its socket with the ticket that is in the request, and waits for a token where that failed', async () => {
    const { world } = createWorld()
    world.ready = Promise.reject(new Error('this server does not know the ticket'))
    await settle()
    world.ready = Promise.resolve()
    await vi.advanceTimersByTimeAsync(300)
    const tickets = world.bodies.flatMap((b) => (b ? [(b as { ticket?: string }).ticket] : []))
    expect(tickets).toEqual([expect.stringMatching(/^[\w-]{22}$/), undefined])
    expect(world.tokens).toEqual([tickets[0], 't'])
  })

  it('shows who is here while sound and pictures are still on their way', async () => {
    const { world, room } = createWorld({ mic: true })
    const { promise, resolve } = Promise.withResolvers<void>()
    world.ready = promise
    await settle()
    expect(room.state.getState()).toMatchObject({ status: 'joining', mic: true })
    expect(names(room)).toEqual(['me', 'ann'])
    expect(world.mine.mic).toBe(false)
    resolve()
    await settle()
    expect(status(room)).toBe('connected')
    expect(world.mine.mic).toBe(true)
  })

  it('is tried again when there was no way for sound and pictures', async () => {
    const { world, room } = createWorld()
    world.ready = Promise.reject(new Error('no way'))
    await settle()
    expect(room.state.getState()).toMatchObject({ status: 'joining', refusal: 'room_unavailable' })
    world.ready = Promise.resolve()
    await vi.advanceTimersByTimeAsync(300)
    expect(room.state.getState()).toMatchObject({ status: 'connected', refusal: undefined })
  })

  it('says why it is over, also when that is told while sound and pictures are on their way', async () => {
    const { world, room } = createWorld()
    const { promise, reject } = Promise.withResolvers<void>()
    world.ready = promise
    await settle()
    world.lookRefusal = 'meetup_over'
    world.told?.metadata('{"version":2}')
    await settle()
    reject(new Error('closed'))
    await settle()
    expect(room.state.getState()).toMatchObject({ status: 'over', refusal: 'meetup_over' })
  })

  it('is not said to be there because signalling came back before sound and pictures were', async () => {
    const { world, room } = createWorld()
    world.ready = new Promise(() => {})
    await settle()
    world.told?.away()
    world.told?.back()
    expect(status(room)).toBe('joining')
  })

  it('uses the device that was chosen on the way', async () => {
    const { world, room } = createWorld({ mic: true })
    const { promise, resolve } = Promise.withResolvers<void>()
    world.ready = promise
    await settle()
    await room.actions.chooseDevice('audioinput', 'the other one')
    expect(world.devices).toEqual({})
    resolve()
    await settle()
    expect(world.devices).toEqual({ audioinput: 'the other one' })
  })

  it('sends no goodbye for somebody who never entered', async () => {
    const { world, room } = createWorld({ enter: false })
    room.goodbye()
    await room.close()
    room.enter({ mic: true, camera: true, blur: false, devices: {} })
    await settle()
    expect(world).toMatchObject({ goodbyes: 0, calls: [] })
  })

  it('reads the room once more when it changed on the way in, and only then', async () => {
    const { world } = createWorld()
    await settle()
    expect(world.calls).toEqual(['join'])
    world.metadata = '{"version":2}'
    world.told?.gone('lost')
    await settle()
    expect(world.calls).toEqual(['join', 'room', 'join', 'room'])
  })

  it('is tried again by itself while the video service does not answer, and says so', async () => {
    const { world, room } = createWorld({ joinRefusal: 'room_unavailable' })
    await settle()
    expect(room.state.getState()).toMatchObject({ status: 'joining', refusal: 'room_unavailable' })
    world.joinRefusal = undefined
    await vi.advanceTimersByTimeAsync(300)
    expect(room.state.getState()).toMatchObject({ status: 'connected', refusal: undefined })
  })

  it.each([
    'not_open_yet',
    'rsvp_needed',
    'removed_from_room',
    'open_in_another_tab',
    'no_seat_left',
    'meetup_over',
  ] as const)('ends with %s without another try', async (refusal) => {
    const { world, room } = createWorld({ joinRefusal: refusal })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(room.state.getState()).toMatchObject({ status: 'over', refusal })
    expect(world.calls).toEqual(['join'])
  })

  it('leads back when LiveKit is lost, by a fresh token, with what was on before', async () => {
    const { world, room } = createWorld({ mic: true, camera: true })
    await settle()
    world.told?.gone('lost')
    expect(room.state.getState()).toMatchObject({ status: 'reconnecting', mic: true, camera: true })
    await settle()
    expect(status(room)).toBe('connected')
    expect(world.connections).toBe(2)
    expect(world.mine).toMatchObject({ mic: true, camera: true })
  })

  it('does not wait out its pause when the network is back', async () => {
    const { world, room } = createWorld()
    await settle()
    world.lookRefusal = 'offline'
    world.told?.gone('lost')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(status(room)).toBe('reconnecting')
    world.lookRefusal = undefined
    world.pulse?.back()
    await settle()
    expect(status(room)).toBe('connected')
  })

  it('ends here when it went on in another tab, and takes nothing back from there', async () => {
    const { world, room } = createWorld()
    await settle()
    world.view = viewOf(2, { you: { identity: 'me elsewhere', role: 'member' } })
    world.told?.gone('lost')
    await settle()
    expect(room.state.getState()).toMatchObject({ status: 'over', refusal: 'open_in_another_tab' })
    expect(world.calls.filter((c) => c === 'join')).toHaveLength(1)
  })

  it.each(['removed_from_room', 'meetup_over'] as const)('ends when the server says %s', async (refusal) => {
    const { world, room } = createWorld()
    await settle()
    world.lookRefusal = refusal
    world.told?.gone('lost')
    await settle()
    expect(room.state.getState()).toMatchObject({ status: 'over', refusal })
  })

  it('asks for the move until the server has heard it, and not after that', async () => {
    const { world } = createWorld({ moveHere: true, joinRefusal: 'offline' })
    await settle()
    world.joinRefusal = undefined
    await vi.advanceTimersByTimeAsync(300)
    world.told?.gone('lost')
    await settle()
    const moves = world.bodies.flatMap((b) => (b ? [(b as { moveHere: boolean }).moveHere] : []))
    expect(moves).toEqual([true, true, false])
  })

  it('says reconnecting as soon as the network is silent, and connected when it answers', async () => {
    const { world, room } = createWorld()
    await settle()
    world.pulse?.lost()
    expect(status(room)).toBe('reconnecting')
    world.pulse?.back()
    expect(status(room)).toBe('connected')
  })

  it('stays reconnecting while LiveKit is still mending, though our server answers', async () => {
    const { world, room } = createWorld()
    await settle()
    world.told?.away()
    world.pulse?.back()
    expect(status(room)).toBe('reconnecting')
    world.told?.back()
    expect(status(room)).toBe('connected')
  })

  it('ends with close: one goodbye, no connection left, and none made afterwards', async () => {
    const { world, room } = createWorld()
    await settle()
    await room.close()
    await room.close()
    world.told?.gone('lost')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(world).toMatchObject({ goodbyes: 1, open: 0, connections: 1 })
  })

  it('closes a connection that came too late', async () => {
    const { world, room } = createWorld()
    await room.close()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(world.open).toBe(0)
  })
})
