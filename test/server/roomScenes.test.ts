import { afterEach, describe, expect, it } from 'vitest'
import { beatAt, secondsOf, tAt } from '../../scenes/kit/timeline.ts'
import { START } from '../support/app.ts'
import { begin, enter, join, type Named, rsvp } from '../support/community.ts'
import { type Meeting, openHouse, within } from '../support/house.ts'
import type { Person } from '../support/person.ts'
import { testDraft, testScene } from '../support/scenes.ts'

const house = openHouse()
const { makeMeeting, comeIn, command, attending } = house
const { beats, reflection } = testScene

const after = (seconds: number) => new Date(START.getTime() + seconds * 1000)
const clockTo = (seconds: number) => house.app.setNow(after(seconds))
afterEach(() => house.app.setNow(START))

const look = async (person: Person, meetupId: string) =>
  (await person.get(`/api/meetups/${meetupId}/room`)).body
const sceneFor = async (person: Person, meetupId: string) => (await look(person, meetupId)).scene
const stageFor = async (person: Person, meetupId: string) => (await sceneFor(person, meetupId))?.stage
const step = (person: Person, meetupId: string, out: boolean) =>
  person.put(`/api/meetups/${meetupId}/room/scene/me`, { out })
const open = { type: 'open_scene', scene: testScene.id }

/** Somebody more for the circle, with a seat. */
async function joinUp({ circleId, meetupId }: Meeting, name: string): Promise<Named> {
  const person = await begin(house.app, name)
  await join(person, circleId)
  await rsvp(person, meetupId)
  return person
}

/** A facilitator and a member in the room, and the scene is playing. */
async function playing() {
  const meeting = await makeMeeting()
  const { meetupId, facilitator, member } = meeting
  const inside = { facilitator: await comeIn(facilitator, meetupId), member: await comeIn(member, meetupId) }
  await command(facilitator, meetupId, open)
  await command(facilitator, meetupId, { type: 'begin_scene' })
  return { ...meeting, inside }
}

describe('a scene that a facilitator opens for the circle', () => {
  it('is no way to stay: who is removed while its note is read is out, and does not come back', async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    const { identity } = await comeIn(member, meetupId)
    await command(facilitator, meetupId, open)
    expect((await step(member, meetupId, false)).status).toBe(200)
    const { status } = await command(facilitator, meetupId, { type: 'remove', identity })
    expect(status).toBe(200)
    expect((await enter(member, meetupId)).body.code).toBe('removed_from_room')
    expect((await look(facilitator, meetupId)).seats).toHaveLength(1)
  })

  it('is seen by everyone with the news of the room, and begins, pauses, softens, moves on and ends', async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    const { call } = await comeIn(member, meetupId)
    const { status, body } = await command(facilitator, meetupId, open)
    expect([status, body.scene]).toEqual([
      200,
      {
        id: testScene.id,
        opened: START.getTime(),
        stage: 'notes',
        clock: { at: START.getTime(), t: 0, running: false },
        soft: false,
        question: 0,
        out: [],
        alone: false,
      },
    ])
    await expect.poll(() => call.metadata ?? '', within(2000)).toContain(`"version":${body.version}`)
    expect(await stageFor(member, meetupId)).toBe('notes')
    clockTo(5)
    await command(facilitator, meetupId, { type: 'begin_scene' })
    expect((await sceneFor(member, meetupId)).clock).toEqual({
      at: after(5).getTime(),
      t: 0,
      running: true,
    })
    clockTo(15)
    await command(facilitator, meetupId, { type: 'soften_scene', on: true })
    await command(facilitator, meetupId, { type: 'pause_scene' })
    expect(await sceneFor(member, meetupId)).toMatchObject({ soft: true, clock: { t: 10, running: false } })
    await command(facilitator, meetupId, { type: 'move_on_scene' })
    expect((await sceneFor(member, meetupId)).clock).toMatchObject({ t: beats[0]?.seconds, running: false })
    await command(facilitator, meetupId, { type: 'end_scene' })
    expect(await stageFor(member, meetupId)).toBe('grounding')
    for (const question of reflection.questions.keys()) {
      await command(facilitator, meetupId, { type: 'move_on_scene' })
      expect(await sceneFor(member, meetupId)).toMatchObject({ stage: 'questions', question })
    }
    await command(facilitator, meetupId, { type: 'move_on_scene' })
    expect(await look(member, meetupId)).not.toHaveProperty('scene')
  })

  it('is a draft only when the facilitator says so', async () => {
    const { meetupId, facilitator } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    const draft = { type: 'open_scene', scene: testDraft.id }
    const refused = await command(facilitator, meetupId, draft)
    expect([refused.status, refused.body.code]).toEqual([409, 'draft_not_confirmed'])
    expect((await command(facilitator, meetupId, { ...open, scene: 'nowhere' })).body.code).toBe(
      'no_such_scene',
    )
    const opened = await command(facilitator, meetupId, { ...draft, draftConfirmed: true })
    expect(opened.body.scene.id).toBe(testDraft.id)
    expect((await command(facilitator, meetupId, open)).body.code).toBe('command_refused')
  })

  it('obeys nobody but a facilitator', async () => {
    const { meetupId, member } = await playing()
    const outsider = await begin(house.app, 'Otto')
    const before = await look(member, meetupId)
    for (const what of [
      open,
      { type: 'begin_scene' },
      { type: 'pause_scene' },
      { type: 'resume_scene' },
      { type: 'soften_scene', on: true },
      { type: 'move_on_scene' },
      { type: 'end_scene' },
    ]) {
      const path = `/api/meetups/${meetupId}/room/commands`
      const asked = { version: before.version, command: what }
      expect([what, (await member.post(path, asked)).body.code]).toEqual([what, 'not_allowed'])
      expect((await outsider.post(path, asked)).body.code).toBe('not_found')
      expect((await house.app.stranger().post(path, asked)).body.code).toBe('sign_in_needed')
    }
    for (const type of ['step_out', 'step_in', 'time_passes'])
      expect(
        (
          await member.post(`/api/meetups/${meetupId}/room/commands`, {
            version: before.version,
            command: { type },
          })
        ).status,
      ).toBeGreaterThanOrEqual(400)
    expect(await look(member, meetupId)).toEqual(before)
  })
})

describe('who comes late', () => {
  it('is at the same beat as the others, to the millisecond of the room’s clock', async () => {
    const meeting = await playing()
    const { meetupId, member } = meeting
    const late = await joinUp(meeting, 'Late Luz')
    clockTo(75)
    const joined = await enter(late, meetupId)
    const now = (await house.app.stranger().get('/api/clock')).body.now
    expect(now).toBe(after(75).getTime())
    const placeOf = ({ clock }: { clock: Parameters<typeof tAt>[0] }) => {
      const t = tAt(clock, now, beats)
      return { t, beat: beatAt(beats, t).beat.id }
    }
    expect(placeOf(joined.body.room.scene)).toEqual({ t: 75, beat: 'kitchen' })
    expect(placeOf(await sceneFor(member, meetupId))).toEqual(placeOf(joined.body.room.scene))
  })

  it('and who comes again, has stepped out still', async () => {
    const { meetupId, member, inside } = await playing()
    await step(member, meetupId, true)
    const again = await enter(member, meetupId, undefined, true)
    expect(again.body.room.you.identity).not.toBe(inside.member.identity)
    expect(again.body.room.scene.out).toEqual([again.body.room.you.identity])
  })
})

describe('stepping out', () => {
  it('is everybody’s own, seen by a facilitator and nobody else, and needs to know nothing of the room', async () => {
    const meeting = await playing()
    const { meetupId, facilitator, member, inside } = meeting
    const other = await joinUp(meeting, 'Rook')
    const { identity } = await comeIn(other, meetupId)
    const { status, body } = await step(member, meetupId, true)
    expect([status, body.scene.out]).toEqual([200, [inside.member.identity]])
    expect((await sceneFor(facilitator, meetupId)).out).toEqual([inside.member.identity])
    expect((await sceneFor(other, meetupId)).out).toEqual([])
    await Promise.all([step(other, meetupId, true), step(member, meetupId, true)])
    expect((await sceneFor(facilitator, meetupId)).out.sort()).toEqual(
      [identity, inside.member.identity].sort(),
    )
    expect((await step(member, meetupId, false)).body.scene.out).toEqual([])
    expect((await sceneFor(facilitator, meetupId)).out).toEqual([identity])
  })

  it('is not there for those who are not in the room, and not without a scene', async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    expect((await step(member, meetupId, true)).body.code).toBe('not_found')
    await comeIn(facilitator, meetupId)
    expect((await step(facilitator, meetupId, true)).body.code).toBe('command_refused')
    const outsider = await begin(house.app, 'Otto')
    expect((await step(outsider, meetupId, true)).body.code).toBe('not_found')
  })
})

describe('who comes along', () => {
  it('before it begins is in nobody’s way: a command that is on its way stays right', async () => {
    const { meetupId, facilitator, member } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    await comeIn(member, meetupId)
    const { body: seen } = await command(facilitator, meetupId, open)
    for (const person of [facilitator, member]) await step(person, meetupId, false)
    await enter(member, meetupId, undefined, true)
    const begun = await facilitator.post(`/api/meetups/${meetupId}/room/commands`, {
      version: seen.version,
      command: { type: 'begin_scene' },
    })
    expect([begun.status, begun.body.scene.stage]).toEqual([200, 'playing'])
  })
})

describe('by itself', () => {
  it('a scene that is over becomes grounding', async () => {
    const { meetupId, member } = await playing()
    clockTo(secondsOf(beats) - 1)
    await house.app.deps.live.sweep()
    expect(await stageFor(member, meetupId)).toBe('playing')
    clockTo(secondsOf(beats))
    await expect.poll(() => stageFor(member, meetupId), within(3000)).toBe('grounding')
  })

  it('a circle whose facilitator has gone is brought back gently: grounding, then the hearth', async () => {
    const { meetupId, member, inside } = await playing()
    clockTo(10)
    await inside.facilitator.call.disconnect()
    await expect.poll(() => attending(meetupId), within(5000)).toEqual([inside.member.identity])
    await expect.poll(async () => (await sceneFor(member, meetupId)).alone, within(3000)).toBe(true)
    clockTo(39)
    await house.app.deps.live.sweep()
    expect(await stageFor(member, meetupId)).toBe('playing')
    clockTo(40)
    await expect.poll(() => stageFor(member, meetupId), within(3000)).toBe('grounding')
    clockTo(70)
    await expect.poll(() => stageFor(member, meetupId), within(3000)).toBe('questions')
    expect(await stageFor(member, meetupId)).toBe('questions')
  })

  it('and goes on where it is when the facilitator is back within half a minute', async () => {
    const { meetupId, facilitator, member, inside } = await playing()
    clockTo(10)
    await inside.facilitator.call.disconnect()
    await expect.poll(async () => (await sceneFor(member, meetupId)).alone, within(5000)).toBe(true)
    clockTo(30)
    await comeIn(facilitator, meetupId, inside.facilitator.tab)
    await expect.poll(async () => (await sceneFor(member, meetupId)).alone, within(3000)).toBe(false)
    clockTo(60)
    await house.app.deps.live.sweep()
    expect(await sceneFor(member, meetupId)).toMatchObject({
      stage: 'playing',
      clock: { at: START.getTime(), t: 0, running: true },
    })
  })

  it('goes with the room', async () => {
    const { meetupId, facilitator } = await playing()
    const { body } = await command(facilitator, meetupId, { type: 'end' })
    expect([body.phase, body.scene]).toEqual(['ended', undefined])
  })
})
