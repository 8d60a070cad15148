import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Evening, type Member, startEvening } from '../support/evening.ts'
import { held, watchMedia } from '../support/media.ts'
import { button, comeIn, tile } from '../support/room.ts'

/** The network goes at each step of the way; in the room itself `circle.test.ts` has it. */
describe('without a network', { timeout: 60_000 }, () => {
  let evening: Evening
  beforeAll(async () => {
    evening = await startEvening()
  })
  afterAll(() => evening?.stop())

  const seatsTaken = async (meetupId: string): Promise<number> =>
    (await evening.tove.get(`/api/meetups/${meetupId}`)).body.seatsTaken

  it('a seat is not taken and that is said at once; with it the same press takes one', async () => {
    const meetupId = await evening.plan()
    const { page, context } = await evening.member('Wren')
    await page.goto(`/meetups/${meetupId}`)
    await button(page, 'Take a seat as Wren').waitFor()
    await context.setOffline(true)
    await page.getByText('There is no network right now.').waitFor()
    await button(page, 'Take a seat as Wren').click()
    await page.getByText('this may not have arrived').waitFor()
    await context.setOffline(false)
    await page.getByText('There is no network right now.').waitFor({ state: 'detached' })
    expect(await seatsTaken(meetupId)).toBe(1)
    await button(page, 'Take a seat as Wren').click()
    await page.getByText('You have a seat, as Wren.').waitFor()
    expect(await seatsTaken(meetupId)).toBe(2)
    await context.close()
  })

  it('an answer is lost on its way: the seat that was taken is shown, and no doubt stays beside it', async () => {
    const meetupId = await evening.plan()
    const { page, context } = await evening.member('Odd')
    await page.goto(`/meetups/${meetupId}`)
    await page.route('**/rsvp', async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await button(page, 'Take a seat as Odd').click()
    await page.getByText('You have a seat, as Odd.').waitFor()
    await page.getByText('this may not have arrived').waitFor({ state: 'detached' })
    expect(await seatsTaken(meetupId)).toBe(2)
    await context.close()
  })

  it('one comes to the door of the room, presses, is told within 3 s, and is in once it is back', async () => {
    const meetupId = await evening.plan()
    const { page, context } = await evening.member('Marlow', [meetupId])
    const door = page.waitForResponse(/RoomPage/)
    await page.goto(`/meetups/${meetupId}`)
    await page.getByRole('link', { name: 'Come in' }).waitFor()
    await (await door).finished()
    await page.waitForLoadState('networkidle')
    await context.setOffline(true)
    await page.getByRole('link', { name: 'Come in' }).click()
    const began = Date.now()
    await button(page, 'Come in').click()
    await page.getByText('There is no connection right now. You come in as soon as it is back').waitFor()
    expect(Date.now() - began).toBeLessThan(3000)
    await context.setOffline(false)
    await tile(page, 'Marlow (you)').waitFor({ timeout: 10_000 })
    await page.getByText('Arriving. There is no hurry.').waitFor()
    await context.close()
  })

  it('leaving works: both devices are let go, and the way back in is there when it is back', async () => {
    const meetupId = await evening.plan()
    const ilse: Member = await evening.member('Ilse', [meetupId])
    const { page, context } = ilse
    await watchMedia(page)
    await page.goto(`/meetups/${meetupId}/room`)
    await comeIn(page, { camera: true, microphone: true })
    await expect.poll(() => held(page)).toEqual(['audio', 'video'])
    await context.setOffline(true)
    await page.getByText('Reconnecting…').waitFor()
    await page.keyboard.press('l')
    await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click()
    await page.getByText('Thank you for being there').waitFor()
    await expect.poll(() => held(page)).toEqual([])
    await context.setOffline(false)
    await page.getByRole('link', { name: 'Go back in: it is still on' }).click()
    await comeIn(page)
    await expect(tile(page, 'Ilse').count()).resolves.toBe(1)
    await context.close()
  })

  it('a page that is not here yet waits for it, and opens by itself', async () => {
    const { page, context } = await evening.member('Kit')
    await page.goto('/circles')
    await page.getByRole('heading', { name: 'Circles', exact: true }).waitFor()
    await context.setOffline(true)
    await page.getByRole('link', { name: 'You', exact: true }).click()
    await page.getByRole('heading', { name: 'There is no connection right now' }).waitFor()
    await button(page, 'Help').first().click()
    await page.getByRole('dialog', { name: 'Help, right now' }).waitFor()
    await page.keyboard.press('Escape')
    await context.setOffline(false)
    await page.getByRole('heading', { name: 'Ways back in' }).waitFor()
    await context.close()
  })
})
