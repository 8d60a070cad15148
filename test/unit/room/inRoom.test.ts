import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RoomView } from '../../../server/rooms/contract.ts'
import { createWorld, FACTS, names, seatOf, settle, status, viewOf } from '../../support/world.ts'

describe('being in the room', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('isSecureContext', true)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('shows nobody whom the server does not list, and asks once who it is', async () => {
    const { world, room } = createWorld()
    await settle()
    const before = world.calls.length
    world.live.set('stranger', FACTS)
    for (let i = 0; i < 5; i++) {
      world.told?.changed()
      await settle()
    }
    expect(names(room)).toEqual(['me', 'ann'])
    expect(world.calls.slice(before)).toEqual(['room'])
  })

  it('reads the view again for a newer version only, once at a time', async () => {
    const { world, room } = createWorld()
    await settle()
    const before = world.calls.length
    world.told?.metadata('{"version":1,"phase":"open"}')
    await settle()
    expect(world.calls).toHaveLength(before)
    world.view = viewOf(5, { phase: 'ended' })
    for (const version of [2, 3, 4, 5]) world.told?.metadata(JSON.stringify({ version, phase: 'open' }))
    await settle()
    expect(world.calls.slice(before).length).toBeLessThanOrEqual(2)
    expect(room.state.getState().view?.version).toBe(5)
  })

  it('keeps a place for somebody whose connection broke, and not for somebody who left', async () => {
    const { world, room } = createWorld()
    await settle()
    world.live.delete('ann')
    world.told?.left('ann', true)
    await settle()
    expect(room.state.getState().people[1]).toMatchObject({ identity: 'ann', lost: true })
    await vi.advanceTimersByTimeAsync(15_000)
    expect(names(room)).toEqual(['me'])
    world.live.set('ann', FACTS)
    world.told?.changed()
    await settle()
    world.live.delete('ann')
    world.told?.left('ann', false)
    await settle()
    expect(names(room)).toEqual(['me'])
  })

  it('keeps that place for its full time again when the connection breaks once more', async () => {
    const { world, room } = createWorld()
    await settle()
    const lose = () => {
      world.live.delete('ann')
      world.told?.left('ann', true)
    }
    lose()
    await vi.advanceTimersByTimeAsync(10_000)
    world.live.set('ann', FACTS)
    world.told?.changed()
    await settle()
    lose()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(names(room)).toEqual(['me', 'ann'])
  })

  it('does not give the microphone to somebody whom a facilitator has muted, nor turn it on when they are free', async () => {
    const { world, room } = createWorld({ mic: true })
    await settle()
    world.view = viewOf(2, { seats: [seatOf('me', 0, true)] })
    world.told?.metadata('{"version":2}')
    await settle()
    world.mine.mic = false
    await room.actions.setMic(true)
    expect(world.mine.mic).toBe(false)
    world.view = viewOf(3)
    world.told?.gone('lost')
    await settle()
    expect(status(room)).toBe('connected')
    expect(world.mine.mic).toBe(false)
  })

  it('does not turn the camera on again when somebody who only listened for a while may show themselves', async () => {
    const { world } = createWorld({ camera: true })
    await settle()
    const listening = { ...seatOf('me', 0), role: 'observer' as const }
    world.view = viewOf(2, { seats: [listening] })
    world.told?.metadata('{"version":2}')
    await settle()
    world.mine.camera = false
    world.cameras.length = 0
    world.view = viewOf(3)
    world.told?.gone('lost')
    await settle()
    expect([world.cameras, world.mine.camera]).toEqual([[], false])
  })

  it('takes small pictures on a weak connection, and full ones after it was good for a while', async () => {
    const { world, room } = createWorld()
    await settle()
    world.mine.weak = true
    world.told?.changed()
    await settle()
    expect([world.rule, room.state.getState().weak]).toEqual(['small', true])
    world.mine.weak = false
    world.told?.changed()
    await settle()
    expect(world.rule).toBe('small')
    await vi.advanceTimersByTimeAsync(15_000)
    expect([world.rule, room.state.getState().weak]).toEqual(['all', false])
  })

  it('takes no pictures with only sound, also on the next connection', async () => {
    const { world, room } = createWorld()
    await settle()
    room.actions.setAudioOnly(true)
    expect(world.rule).toBe('none')
    world.rule = undefined
    world.told?.gone('lost')
    await settle()
    expect(world.rule).toBe('none')
  })

  it('reads the room again when a command was refused, and says why', async () => {
    const { world, room } = createWorld()
    await settle()
    world.lookRefusal = 'room_changed'
    await expect(room.actions.command({ type: 'open_floor' })).rejects.toMatchObject({ code: 'room_changed' })
    expect(world.calls.slice(-2)).toEqual(['commands', 'room'])
  })

  it('gives a command once more where what it is not about has changed, and not where that has', async () => {
    const { world, room } = createWorld()
    await settle()
    const scene = {
      id: 'table-for-eight',
      opened: 1,
      stage: 'playing' as const,
      clock: { at: 0, t: 0, running: true },
      soft: false,
      question: 0,
      out: [],
      alone: false,
    }
    const change = async (next: RoomView) => {
      world.view = next
      world.told?.metadata(`{"version":${next.version}}`)
      await settle()
    }
    await change(viewOf(2, { scene }))
    // not told of yet
    world.view = viewOf(3, { scene: { ...scene, out: ['ann'] } })
    const before = world.calls.length
    await room.actions.command({ type: 'end_scene' })
    expect(world.calls.slice(before)).toEqual(['commands', 'room', 'commands'])
    world.view = viewOf(4, { scene: { ...scene, stage: 'grounding' } })
    await expect(room.actions.command({ type: 'end_scene' })).rejects.toMatchObject({ code: 'room_changed' })
    world.view = viewOf(5, { seats: [seatOf('me', 0), seatOf('ann', 1, true)] })
    await expect(room.actions.command({ type: 'unmute', identity: 'ann' })).rejects.toMatchObject({
      code: 'room_changed',
    })
    world.view = viewOf(6, { seats: [seatOf('me', 0), seatOf('ann', 1, true), seatOf('bo', 2)] })
    await room.actions.command({ type: 'unmute', identity: 'ann' })
  })

  it('opens the camera only blurred for whoever wants that, also on the next connection', async () => {
    const { world } = createWorld({ camera: true, blur: true })
    await settle()
    world.told?.gone('lost')
    await settle()
    expect(world.cameras).toEqual(['blurred', 'blurred'])
  })

  it.each(['slow', 'broken'] as const)(
    'keeps the camera off when blur ends as %s, until the person says otherwise',
    async (why) => {
      const { world, room } = createWorld({ camera: true, blur: true })
      await settle()
      world.endBlur(why)
      await settle()
      expect(room.state.getState()).toMatchObject({ camera: false, blurEnded: why })
      world.told?.gone('lost')
      await settle()
      expect(world.cameras).toEqual(['blurred'])
      void room.actions.setBlur(false)
      await room.actions.setCamera(true)
      await settle()
      expect(world.cameras).toEqual(['blurred', 'open'])
      expect(room.state.getState()).toMatchObject({ camera: true, blurEnded: undefined })
    },
  )

  it('keeps the camera off when blur does not begin', async () => {
    const { world, room } = createWorld({ blur: true })
    await settle()
    world.blurFails = true
    await room.actions.setCamera(true)
    await settle()
    expect(room.state.getState()).toMatchObject({ camera: false, blurEnded: 'broken', troubles: {} })
    expect(world.cameras).toEqual(['blurred'])
  })

  it('takes the open picture away before it shows the blurred one', async () => {
    const { world, room } = createWorld({ camera: true })
    await settle()
    await room.actions.setBlur(true)
    expect(world.cameras).toEqual(['open', 'off', 'blurred'])
  })
})
