import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visit } from '../support/browser.ts'
import { type Evening, type Member, startEvening } from '../support/evening.ts'
import { button, comeIn, tile } from '../support/room.ts'

/** Pressing twice, and what people type or paste that nobody expects. */
describe('what is made', { timeout: 60_000 }, () => {
  let evening: Evening
  let tove: Member
  let circlePath = ''

  beforeAll(async () => {
    evening = await startEvening()
    circlePath = `/circles/${evening.circleId}`
    tove = await evening.openBrowser(evening.tove)
  })
  afterAll(() => evening?.stop())

  /** Two presses before anything can answer the first, as a trembling hand or a stuck key makes them. */
  const pressTwice = (what: Locator) =>
    what.evaluate((element: HTMLElement) => {
      element.click()
      element.click()
    })

  const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)

  it('by two presses is made once: account, membership, seat, place in the room', async () => {
    const meetupId = await evening.plan()
    const { page, context } = await visit(evening.browser, evening.service.url)
    const asked: string[] = []
    page.on('request', (r) => {
      if (r.method() !== 'GET') asked.push(`${r.method()} ${new URL(r.url()).pathname.split('/').at(-1)}`)
    })
    await page.goto(circlePath)
    await page.getByLabel('A name for you here').fill('Wren')
    await page.getByLabel('I am 18 or older').check()
    await pressTwice(button(page, 'Start'))
    await pressTwice(button(page, 'Join as Wren'))
    await page.getByRole('link', { name: 'An evening' }).click()
    await pressTwice(button(page, 'Take a seat as Wren'))
    await page.getByText('You have a seat, as Wren.').waitFor()
    expect(asked).toEqual(['POST account', 'POST join', 'PUT rsvp'])
    await page.getByRole('link', { name: 'Come in' }).click()
    await button(page, 'Come in').dblclick()
    await page.getByText('Arriving. There is no hurry.').waitFor()
    await expect(tile(page, 'Wren').count()).resolves.toBe(1)
    await tile(page, 'Wren').getByText('microphone off, camera off').waitFor()
    expect((await evening.tove.get(`/api/meetups/${meetupId}`)).body.seatsTaken).toBe(2)
    await context.close()
  })

  it('by two presses is made once: circle and meetup', async () => {
    const { page } = tove
    await page.goto('/circles/new')
    await page.getByLabel('Name of the circle').fill('Only once')
    await pressTwice(button(page, 'Begin this circle'))
    await page.getByRole('heading', { level: 1, name: 'Only once' }).waitFor()
    await button(page, 'Plan a meetup').click()
    await page.getByLabel('Title').fill('Only one')
    await pressTwice(button(page, 'Plan this meetup'))
    await page.getByRole('link', { name: 'Only one' }).waitFor()
    await button(page, 'Plan a meetup').waitFor()
    await expect(page.getByRole('link', { name: 'Only one' }).count()).resolves.toBe(1)
    await page.goto('/circles')
    await page.getByRole('link', { name: 'Only once' }).first().waitFor()
    const { mine } = (await evening.tove.get('/api/circles')).body
    expect(mine.filter((c: { name: string }) => c.name === 'Only once')).toHaveLength(1)
  })

  it('and whose answer is lost is made once by the next press: circle and meetup', async () => {
    const { page } = tove
    const losing = async (path: RegExp, press: () => Promise<void>) => {
      await page.route(
        path,
        async (route) => {
          await route.fetch()
          await route.abort('connectionreset')
        },
        { times: 1 },
      )
      await press()
      await page.getByText('this may not have arrived').waitFor()
      await press()
    }
    await page.goto('/circles/new')
    await page.getByLabel('Name of the circle').fill('After the storm')
    await losing(/\/api\/circles$/, () => button(page, 'Begin this circle').click())
    await page.getByRole('heading', { level: 1, name: 'After the storm' }).waitFor()
    await button(page, 'Plan a meetup').click()
    await page.getByLabel('Title').fill('The same evening')
    await losing(/\/meetups$/, () => button(page, 'Plan this meetup').click())
    await page.getByRole('link', { name: 'The same evening' }).waitFor()
    const { mine } = (await evening.tove.get('/api/circles')).body
    const made = mine.filter((c: { name: string }) => c.name === 'After the storm')
    expect(made).toHaveLength(1)
    const { meetups } = (await evening.tove.get(`/api/circles/${made[0].id}/meetups`)).body
    expect(meetups).toMatchObject([{ title: 'The same evening' }])
  })

  it('with names that are code or one long word is text that runs nowhere and stays in its place', async () => {
    const evil = '<img src=x onerror=document.title=1>'
    const long = 'Donaudampfschifffahrtsgesellschaftskapitaenswitwenverein'
    const { page } = tove
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto('/circles/new')
    await page.getByLabel('Name of the circle').fill(evil)
    await page.getByLabel('What it is for').fill(`${evil} ${long.repeat(8)}`)
    await page.getByLabel('Guidelines').fill(`<script>document.title=1</script>\n${long.repeat(8)}`)
    await page.getByLabel('Who can join').selectOption('open')
    await button(page, 'Begin this circle').click()
    await page.getByRole('heading', { level: 1, name: evil }).waitFor()
    expect(await wide(page)).toBe(false)
    const path = new URL(page.url()).pathname
    await button(page, 'Plan a meetup').click()
    await page.getByLabel('Title').fill(`${long} ${evil}`.slice(0, 80))
    await page.getByLabel('Time zone').selectOption('UTC')
    await page.getByLabel('Begins').fill(new Date(Date.now() + 600_000).toISOString().slice(0, 16))
    await button(page, 'Plan this meetup').click()
    await page.getByRole('link', { name: long }).click()
    await page.getByText('The room is open for arriving.').waitFor()
    expect(await wide(page)).toBe(false)

    const guest = await evening.member('Fern', [], { viewport: { width: 360, height: 740 } })
    await guest.page.goto(path)
    await guest.page.getByLabel('Your name in this circle').fill('<b>Fern</b><img src=x onerror=1>')
    await button(guest.page, /^Join as/).click()
    await guest.page.getByText('<b>Fern</b><img src=x onerror=1> (you)').waitFor()
    expect(await wide(guest.page)).toBe(false)
    await guest.page.getByRole('link', { name: long }).click()
    await button(guest.page, /^Take a seat as/).click()
    await guest.page.getByRole('link', { name: 'Come in' }).click()
    await button(guest.page, 'Come in').waitFor()
    expect(await wide(guest.page)).toBe(false)
    await comeIn(guest.page)
    await tile(guest.page, '<b>Fern</b>').waitFor()
    expect(await wide(guest.page)).toBe(false)
    for (const p of [page, guest.page]) {
      await expect(p.locator('img, main script, main b').count()).resolves.toBe(0)
      expect(await p.title()).not.toBe('1')
    }
    expect([...tove.complaints, ...guest.complaints]).toEqual([])
    await guest.context.close()
  })

  it('with 10 kB or with characters that turn text around is refused beside the field, in plain words', async () => {
    const { page } = tove
    await page.goto('/circles/new')
    await page.getByLabel('Name of the circle').fill('a'.repeat(10_240))
    await page
      .getByText('This is too long: 10240 characters, and 60 fit here. Shorten it a little.')
      .waitFor()
    await button(page, 'Begin this circle').click()
    await page.getByText('Look at the marked fields').waitFor()
    await page.getByLabel('Name of the circle').fill('Quiet \u202eelcric')
    await button(page, 'Begin this circle').click()
    await page.getByText('There are invisible characters in this').waitFor()
    await page.getByLabel('Name of the circle').fill('Quiet circle')
    await page.getByLabel('What it is for').fill('b'.repeat(10_240))
    await page.getByText('10240 characters, and 1000 fit here').waitFor()
    expect(await wide(page)).toBe(false)

    const guest = await visit(evening.browser, evening.service.url)
    await guest.page.goto('/account')
    await guest.page.getByLabel('A name for you here').fill('Mar\u200blow')
    await guest.page.getByLabel('I am 18 or older').check()
    await button(guest.page, 'Start').click()
    await guest.page.getByText('There are invisible characters in this').waitFor()
    await guest.context.close()
  })

  it('for a day that is over, too far off or skipped by the clocks says so beside the time', async () => {
    const { page } = tove
    await page.goto(circlePath)
    await button(page, 'Plan a meetup').click()
    await page.getByLabel('Title').fill('Some day')
    const begins = page.getByLabel('Begins')
    const beside = page.locator('[id$="-more"]')
    await page.getByLabel('Time zone').selectOption('Europe/Madrid')
    const days: [time: string, words: string][] = [
      ['2020-01-01T19:00', 'That time is over already.'],
      ['2126-01-01T19:00', 'That is more than a year ahead.'],
      ['2027-03-28T02:30', 'This time does not exist there'],
    ]
    for (const [time, words] of days) {
      await begins.fill(time)
      await button(page, 'Plan this meetup').click()
      await beside.getByText(words).waitFor()
      expect(await begins.getAttribute('aria-invalid')).toBe('true')
    }
    const { meetups } = (await evening.tove.get(`/api/circles/${evening.circleId}/meetups`)).body
    expect(meetups.filter((m: { title: string }) => m.title === 'Some day')).toEqual([])
  })
})
