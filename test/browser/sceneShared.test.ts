import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { catalog } from '../../scenes/catalog.ts'
import type { Manifest } from '../../scenes/kit/types.ts'
import { noSound, startBrowser } from '../support/browser.ts'
import { enter, join, makeMeetup, type Named, rsvp } from '../support/community.ts'
import { type Evening, type Member, signIn, startEvening } from '../support/evening.ts'
import { createPerson } from '../support/person.ts'
import { button, comeIn } from '../support/room.ts'

const scene = catalog.find(({ id }: Manifest) => id === 'table-for-eight') as unknown as Manifest
const { name } = scene.who

/** Tove leads; Wren is on a phone without pictures, which can make no sound either; four more have their own programs, which only share. */
describe('what a circle shares of a scene', { timeout: 120_000 }, () => {
  let evening: Evening
  let reader: Browser
  let meetupId = ''
  let tove: Member
  let wren: Member
  const others: Named[] = []
  /** has a seat, and no device of their own */
  let fern: Named

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
      // which has the empty page at hand: here it is long on its way
      serviceWorkers: 'block',
    })
    await wren.context.addInitScript(noSound)
    for (const { page } of [tove, wren]) {
      page.setDefaultTimeout(12_000)
      await page.goto(`/meetups/${meetupId}/room`)
      await comeIn(page)
    }
    for (const who of ['Marlow', 'Ash', 'Rook', 'Luz']) {
      const person = await withSeat(who)
      expect((await enter(person, meetupId)).status).toBe(200)
      others.push(person)
    }
    fern = await withSeat('Fern')
  }, 150_000)
  afterAll(async () => {
    await reader?.close()
    await evening?.stop()
  })

  async function withSeat(name: string): Promise<Named> {
    const person: Named = { ...createPerson(evening.service.url), name, accountId: '' }
    await person.post('/api/account', { pseudonym: name, adult: true })
    await join(person, evening.circleId)
    await rsvp(person, meetupId)
    return person
  }
  const press = (page: Page, label: string) => button(page, label).click()
  const answer = (page: Page, question: string, n: number) =>
    page
      .getByRole('group', { name: question })
      .getByLabel(new RegExp(`^${n}(:|$)`))
      .check()
  const sheet = (title: string) => wren.page.getByRole('dialog', { name: title })
  const openForAll = async () => {
    await press(tove.page, 'People')
    await press(tove.page, 'A scene for the circle')
    await tove.page.getByRole('button', { name: scene.title.en }).click()
    await tove.page.getByRole('switch', { name: 'I know that it is a draft' }).click()
    await press(tove.page, 'Open for the circle')
    for (const { page } of [tove, wren]) await press(page, 'Come along')
  }
  /** Goes through a scene that is open, with an answer before and after, and adds it. */
  const shareOne = async () => {
    await press(wren.page, 'A few questions before')
    await answer(wren.page, `How much do you pity ${name}?`, 6)
    await press(tove.page, 'Begin')
    await wren.page.getByRole('dialog', { name: 'In the scene, together' }).waitFor()
    expect(await sheet('Before you begin').count()).toBe(0)
    await press(tove.page, 'End for all')
    await press(wren.page, 'What changed for you')
    await answer(wren.page, `How much do you pity ${name}?`, 3)
    await press(wren.page, 'See what changed')
    await sheet('Before and after').getByText('6 before, 3 after').waitFor()
    await addMine().click()
    await wren.page.getByText('Yours are in.').waitFor()
  }
  const closeScene = async () => {
    await press(tove.page, 'Close the scene')
    await tove.page.getByText('Everyone is here again.').waitFor({ state: 'detached' })
  }
  /** Loads the room on Wren’s device anew, for whoever is signed in there, and comes in. */
  const comeBack = async (name: string) => {
    await wren.page.goto(`/meetups/${meetupId}/room`)
    await press(wren.page, 'Come in')
    await wren.page.getByText(`${name} (you)`).waitFor()
  }
  /** Goes somewhere in Wren’s page as a link of ours does, without loading it. */
  const walk = (path: string) =>
    wren.page.evaluate((to) => {
      history.pushState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, path)
  const nothing = (page: Page) =>
    page.getByRole('status').filter({ hasText: 'There is no before and after of the circle this time' })
  /** The same to everyone: who shared and who did not, and the facilitator. */
  const saysNothingIsShown = async () => {
    const [led, member] = await Promise.all(
      [tove, wren].map(({ page }) => nothing(page).innerText({ timeout: 12_000 })),
    )
    expect(member).toBe(led)
  }
  const isSignedIn = (person: Named) => signIn(wren.context, person, evening.service.url)
  const addMine = () => wren.page.getByRole('switch', { name: 'Add my answers, without my name' })
  const fits = async (page: Page) => {
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze()
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  }
  /** What is asked of the server about answers, by its path. */
  const asked: string[] = []
  const askedOfAnswers = () => asked.filter((path) => /slip|answers/.test(path))

  it('puts its questions away with the scene, and does not bring them by itself with the next', async () => {
    await openForAll()
    await press(wren.page, 'A few questions before')
    await sheet('Before you begin').waitFor()
    await press(tove.page, 'Close the scene')
    await sheet('Before you begin').waitFor({ state: 'detached' })
    // nobody could add anything to it
    expect(await nothing(tove.page).count()).toBe(0)
    await openForAll()
    await button(wren.page, 'A few questions before').waitFor()
    expect(await sheet('Before you begin').count()).toBe(0)
  })

  it('puts them away when the facilitator begins, and keeps what was answered', async () => {
    wren.page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
    await shareOne()
  })

  it('leaves nothing in the tab when one leaves quickly, also of an answer that comes only then', async () => {
    const { page } = wren
    let letOut = () => {}
    const out = new Promise<void>((resolve) => {
      letOut = resolve
    })
    await page.route('**/quick-exit.html', (route) => out.then(() => route.continue()))
    const held = new Promise<() => void>((resolve) => {
      void page.route(/\/answers\/withdraw$/, async (route) => {
        const response = await route.fetch()
        resolve(() => void route.fulfill({ response }))
      })
    })
    // nobody can look into a page that is being left: it has to tell
    await page.evaluate(() => {
      const { fetch } = window
      window.fetch = async (...call) => {
        const answer = await fetch(...call)
        if (!`${call[0]}`.endsWith('/withdraw')) return answer
        const left = () => document.body.textContent?.includes('6 before, 3 after')
        // biome-ignore lint/suspicious/noConsole: there is no other way out of it
        setTimeout(() => console.debug(`answered; shown still: ${left()}`))
        return answer
      }
    })
    await addMine().click()
    const answerNow = await held
    await page.evaluate(() =>
      [...document.querySelectorAll('button')].find((b) => b.textContent === 'Leave quickly')?.click(),
    )
    const told = page.waitForEvent('console', { predicate: (m) => m.text().startsWith('answered') })
    answerNow()
    expect((await told).text()).toBe('answered; shown still: false')
    letOut()
    await page.waitForURL('**/quick-exit.html')
    expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({ 'left-quickly': '1' })
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toMatch(/slip|pity|answers/)
  })

  it('is nothing to somebody else who signs in on this device: they neither see it nor can take it out', async () => {
    await wren.page.unrouteAll({ behavior: 'wait' })
    await comeBack('Wren')
    expect(await button(wren.page, 'What changed for you').count()).toBe(0)
    await closeScene()
    await openForAll()
    expect(await nothing(tove.page).count()).toBe(0)
    await shareOne()
    await wren.page.goto('/circles')
    await isSignedIn(fern)
    asked.length = 0
    await comeBack('Fern')
    await wren.page.getByText('Everyone is here again.').waitFor()
    expect(await button(wren.page, 'What changed for you').count()).toBe(0)
    expect(askedOfAnswers()).toEqual([])
    await wren.page.goto('/circles')
    await isSignedIn(wren)
  })

  it('can be taken out again after the page was loaded again', async () => {
    await comeBack('Wren')
    await press(wren.page, 'What changed for you')
    expect(await addMine().isChecked()).toBe(true)
    const out = wren.page.waitForResponse(/\/answers\/withdraw$/)
    await addMine().click()
    expect((await out).status()).toBe(204)
    await expect.poll(() => addMine().count()).toBe(0)
    await wren.page.getByText('There is nothing of yours to add').waitFor()
    await press(wren.page, 'Back to the circle')
    await closeScene()
    await saysNothingIsShown()
    asked.length = 0
  })

  it('begins with a few questions while one waits, which nobody has to answer', async () => {
    await openForAll()
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
    // questions that one left out can still be answered
    await press(wren.page, 'What changed for you')
    await press(wren.page, 'Leave the questions out')
    await sheet('Before and after').getByText('There is nothing of yours to add').waitFor()
    await press(wren.page, 'Back to the circle')
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
    expect(askedOfAnswers()).toEqual([])
    await fits(wren.page)
  })

  it('adds one’s answers to the circle’s by one press of a key, and takes them out by another', async () => {
    await addMine().focus()
    await wren.page.keyboard.press('Space')
    await wren.page.getByText('Yours are in. Switch it off to take them out.').waitFor()
    expect(await addMine().isChecked()).toBe(true)
    await wren.page.keyboard.press('Space')
    await expect.poll(() => addMine().isChecked()).toBe(false)
    await wren.page.getByText('Yours are out again.').waitFor()
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

  it('shows somebody else who signs in while the page stays open nothing of what was answered in it', async () => {
    await button(wren.page, 'What changed for you').waitFor()
    await walk(`/meetups/${meetupId}`)
    await wren.page.getByRole('link', { name: 'Come in' }).waitFor()
    await isSignedIn(fern)
    await walk(`/meetups/${meetupId}/room`)
    // the page may learn only by a press who is signed in now: then it shows first as whom they come in, and they press again
    await vi.waitFor(
      async () => {
        if (await button(wren.page, 'Come in').isVisible())
          await button(wren.page, 'Come in').click({ timeout: 2000 })
        await wren.page.getByText('Fern (you)').waitFor({ timeout: 2000 })
      },
      { timeout: 30_000 },
    )
    await button(wren.page, 'What changed in the circle').waitFor()
    expect(await button(wren.page, 'What changed for you').count()).toBe(0)
    await wren.page.goto('/circles')
    await isSignedIn(wren)
    await comeBack('Wren')
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

  it('leaves nothing in the tab of whoever signs out', async () => {
    const { page } = wren
    const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }))
    await walk('/account')
    await page.getByRole('heading', { name: 'Sign out' }).waitFor()
    expect(await kept()).toContain('slip')
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await press(page, 'Sign out and give this account up')
    await page.getByRole('heading', { name: 'Start' }).waitFor()
    expect(await kept()).not.toMatch(/slip|shared/)
  })
})
