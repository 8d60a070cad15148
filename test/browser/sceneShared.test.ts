import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalog } from '../../scenes/catalog.ts'
import type { Manifest } from '../../scenes/kit/types.ts'
import { startBrowser } from '../support/browser.ts'
import { enter, join, makeMeetup, type Named, rsvp } from '../support/community.ts'
import { type Evening, type Member, startEvening } from '../support/evening.ts'
import { createPerson } from '../support/person.ts'
import { button, comeIn } from '../support/room.ts'

const scene = catalog.find(({ id }: Manifest) => id === 'table-for-eight') as unknown as Manifest
const { name } = scene.who

/** Tove leads; Wren is on a phone without pictures; four more have their own programs, which only share. */
describe('what a circle shares of a scene', { timeout: 120_000 }, () => {
  let evening: Evening
  let reader: Browser
  let meetupId = ''
  let tove: Member
  let wren: Member
  const others: Named[] = []

  beforeAll(async () => {
    ;[evening, reader] = await Promise.all([startEvening(), startBrowser(['--disable-3d-apis'])])
    meetupId = await makeMeetup(evening.tove, evening.circleId, {
      inMinutes: 10,
      seats: 15,
      from: new Date(),
    })
    tove = await evening.openBrowser(evening.tove, { browser: reader })
    wren = await evening.member('Wren', [meetupId], {
      browser: reader,
      viewport: { width: 360, height: 740 },
    })
    for (const { page } of [tove, wren]) {
      page.setDefaultTimeout(12_000)
      await page.goto(`/meetups/${meetupId}/room`)
      await comeIn(page)
    }
    for (const who of ['Marlow', 'Ash', 'Rook', 'Luz']) {
      const person: Named = { ...createPerson(evening.service.url), name: who, accountId: '' }
      await person.post('/api/account', { pseudonym: who, adult: true })
      await join(person, evening.circleId)
      await rsvp(person, meetupId)
      expect((await enter(person, meetupId)).status).toBe(200)
      others.push(person)
    }
  }, 150_000)
  afterAll(async () => {
    await reader?.close()
    await evening?.stop()
  })

  const press = (page: Page, label: string) => button(page, label).click()
  const answer = (page: Page, question: string, n: number) =>
    page
      .getByRole('group', { name: question })
      .getByLabel(new RegExp(`^${n}(:|$)`))
      .check()
  const sheet = (title: string) => wren.page.getByRole('dialog', { name: title })
  const addMine = () => wren.page.getByRole('switch', { name: 'Add my answers, without my name' })
  const fits = async (page: Page) => {
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze()
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  }
  /** What is asked of the server about answers, by its path. */
  const asked: string[] = []

  it('begins with a few questions while one waits, which nobody has to answer', async () => {
    wren.page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
    await press(tove.page, 'People')
    await press(tove.page, 'A scene for the circle')
    await tove.page.getByRole('button', { name: scene.title.en }).click()
    await tove.page.getByRole('switch', { name: 'I know that it is a draft' }).click()
    await press(tove.page, 'Open for the circle')
    for (const { page } of [tove, wren]) await press(page, 'Come along')
    await press(wren.page, 'A few questions before')
    await sheet('Before you begin').waitFor()
    await fits(wren.page)
    await answer(wren.page, `Which picture fits best how close you feel to ${name}?`, 2)
    await answer(wren.page, 'How tense or upset are you right now?', 2)
    await answer(wren.page, `How much do you pity ${name}?`, 6)
    await press(wren.page, 'Done')
    expect(await button(tove.page, 'A few questions before').count()).toBe(0)
  })

  it('goes on after the scene, with one’s own picture, which is sent nowhere', async () => {
    await press(tove.page, 'Begin')
    await wren.page.getByRole('dialog', { name: 'In the scene, together' }).waitFor()
    await press(tove.page, 'End for all')
    await press(wren.page, 'What changed for you')
    await sheet('And now?').waitFor()
    await answer(wren.page, `Which picture fits best how close you feel to ${name}?`, 5)
    await answer(wren.page, 'How tense or upset are you right now?', 3)
    await answer(wren.page, `How much do you pity ${name}?`, 4)
    await press(wren.page, 'See what changed')
    await sheet('Before and after').waitFor()
    await expect
      .poll(() => wren.page.evaluate(() => document.activeElement?.textContent))
      .toBe('Before and after')
    await sheet('Before and after').getByText('2 before, 5 after').waitFor()
    expect(await addMine().isChecked()).toBe(false)
    expect(asked.filter((path) => /slip|answers/.test(path))).toEqual([])
    await fits(wren.page)
  })

  it('adds one’s answers to the circle’s by one press of a key, and takes them out by another', async () => {
    await addMine().focus()
    await wren.page.keyboard.press('Space')
    await wren.page.getByText('Yours are in. Switch it off to take them out.').waitFor()
    expect(await addMine().isChecked()).toBe(true)
    await wren.page.keyboard.press('Space')
    await expect.poll(() => addMine().isChecked()).toBe(false)
    await wren.page.keyboard.press('Space')
    await wren.page.getByText('Yours are in.').waitFor()
    await press(wren.page, 'Back to the circle')
  })

  it('sends only the pairs about the person in the scene', async () => {
    const sent = await new Promise<string>((resolve) => {
      wren.page.on('request', (request) => {
        if (request.method() === 'PUT' && request.url().endsWith('/scene/answers'))
          resolve(request.postData() ?? '')
      })
      void press(wren.page, 'What changed for you')
        .then(() => addMine().click())
        .then(() => expect.poll(() => addMine().isChecked()).toBe(false))
        .then(() => addMine().click())
    })
    await wren.page.getByText('Yours are in.').waitFor()
    await press(wren.page, 'Back to the circle')
    expect(JSON.parse(sent)).toEqual({
      slip: expect.any(String),
      answers: { closeness: { before: 2, after: 5 }, pity: { before: 6, after: 4 } },
    })
  })

  it('shows nobody anything before the scene is closed', async () => {
    for (const person of others) {
      const { body } = await person.post(`/api/meetups/${meetupId}/room/scene/slip`)
      const answers = { closeness: { before: 3, after: 4 }, pity: { before: 5, after: 5 } }
      const put = { slip: body.slip, answers }
      expect((await person.put(`/api/meetups/${meetupId}/room/scene/answers`, put)).status).toBe(204)
    }
    for (const person of [tove, wren, ...others])
      expect((await person.get(`/api/meetups/${meetupId}/tallies`)).body).toEqual({ tallies: [] })
    expect(await button(tove.page, 'What changed in the circle').count()).toBe(0)
  })

  it('is seen by all when it is closed, the facilitator too: in words, and nobody’s own', async () => {
    await press(tove.page, 'To the questions')
    for (const question of scene.reflection.questions.slice(1)) {
      await press(tove.page, 'Next question')
      await tove.page.getByText(question.en).waitFor()
    }
    await tove.page.getByText('Leave a minute for “What changed for you”.').waitFor()
    await press(tove.page, 'Finish')
    await wren.page.getByText('The circle’s before and after is here').waitFor()
    for (const { page } of [tove, wren]) {
      await press(page, 'What changed in the circle')
      const shown = page.getByRole('dialog', { name: 'The circle’s before and after' })
      await shown.getByText('from at least 5 who chose to add theirs').waitFor()
      const closeness = shown.getByRole('listitem').filter({ hasText: 'Closeness' })
      expect((await closeness.innerText()).replace(/\s+/g, ' ')).toBe(
        'Closeness In the middle: a little higher than before. Higher afterwards most, or all The same few, or nobody Lower afterwards few, or nobody',
      )
      await shown.getByText('What these questions can show, and where they come from').click()
      await shown.getByText('This is something to talk about, and no result.').waitFor()
      expect(await shown.getByText('Inclusion of Other in the Self').count()).toBe(1)
      expect(await shown.getByText(/Tension|How you are|Feeling sick/).count()).toBe(0)
      await fits(page)
      await shown.getByRole('button', { name: 'Close' }).click()
    }
  })

  it('can still be read after the meetup, which is over for all', async () => {
    const { body } = await tove.get(`/api/meetups/${meetupId}/room`)
    const end = { version: body.version, command: { type: 'end' } }
    expect((await tove.post(`/api/meetups/${meetupId}/room/commands`, end)).status).toBe(200)
    await wren.page.getByRole('heading', { name: 'Thank you for being there' }).waitFor()
    await wren.page.getByText('from at least 5 who chose to add theirs').waitFor()
    await wren.page.getByText('It is deleted within an hour after the meetup.').waitFor()
    const { violations } = await new AxeBuilder({ page: wren.page }).analyze()
    expect(violations.map((v) => v.id)).toEqual([])
  })
})
