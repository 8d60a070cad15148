import { describe, expect, it } from 'vitest'
import { openCircles } from '../support/circles.ts'
import { makeCircle, minutesLater } from '../support/community.ts'

const on = openCircles()
const { somebody, invite, openInvitation, accept } = on

describe('an invitation', () => {
  it('is used once, by the account that opened it first', async () => {
    const circleId = await makeCircle(on.facilitator, { entry: 'invitation' })
    const { code, url } = await invite(circleId)
    expect(url).toBe(`${on.app.url}/invitation#${code}`)
    const [first, second] = [await somebody(), await somebody()]
    const opened = await openInvitation(first, code)
    expect([opened.status, opened.body.circle?.id]).toEqual([200, circleId])
    for (const attempt of [await openInvitation(second, code), await accept(second, code, 'Thief')])
      expect([attempt.status, attempt.body.code]).toEqual([410, 'invitation_not_valid'])
    expect((await openInvitation(first, code)).status).toBe(200)
    expect((await accept(first, code, 'First')).status).toBe(201)
    for (const again of [await accept(first, code, 'First'), await openInvitation(first, code)])
      expect(again.body.code).toBe('invitation_not_valid')
  })

  it('opened by many at one moment is bound to one', async () => {
    const { code } = await invite(await makeCircle(on.facilitator))
    const people = await Promise.all(Array.from({ length: 8 }, () => somebody()))
    const answers = await Promise.all(people.map((p) => openInvitation(p, code)))
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1)
  })

  it('that was not opened cannot be accepted', async () => {
    const { code } = await invite(await makeCircle(on.facilitator))
    expect((await accept(await somebody(), code, 'Hasty')).body.code).toBe('invitation_not_valid')
  })

  it('ends after seven days, and when it is taken back', async () => {
    const circleId = await makeCircle(on.facilitator)
    const [old, withdrawn] = [await invite(circleId), await invite(circleId)]
    const person = await somebody()
    await openInvitation(person, withdrawn.code)
    await on.facilitator.delete(`/api/circles/${circleId}/invitations/${withdrawn.id}`)
    expect((await accept(person, withdrawn.code, 'Late')).body.code).toBe('invitation_not_valid')
    on.app.setNow(minutesLater(7 * 24 * 60))
    expect((await openInvitation(person, old.code)).body.code).toBe('invitation_not_valid')
  })

  it('of one circle is not taken back through another', async () => {
    const [one, other] = [await makeCircle(on.facilitator), await makeCircle(on.facilitator)]
    const { id, code } = await invite(one)
    expect((await on.facilitator.delete(`/api/circles/${other}/invitations/${id}`)).status).toBe(404)
    expect((await openInvitation(await somebody(), code)).status).toBe(200)
  })

  it('is not used up by a name that is taken', async () => {
    const circleId = await makeCircle(on.facilitator)
    const { code } = await invite(circleId)
    const person = await somebody()
    await openInvitation(person, code)
    expect((await accept(person, code, 'Tove')).body.code).toBe('name_taken')
    expect((await accept(person, code, 'Heron')).status).toBe(201)
  })

  it('does not make a facilitator of anybody, nor a member of a facilitator', async () => {
    const circleId = await makeCircle(on.facilitator)
    const [a, b] = [await invite(circleId), await invite(circleId)]
    const person = await somebody()
    await openInvitation(person, a.code)
    expect((await accept(person, a.code, 'Heron')).body.me.role).toBe('member')
    await openInvitation(on.facilitator, b.code)
    expect((await accept(on.facilitator, b.code, 'Tove')).body.me.role).toBe('facilitator')
  })
})
