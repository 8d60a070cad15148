import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalog } from '../../scenes/catalog.ts'
import type { Manifest } from '../../scenes/kit/types.ts'
import { startBrowser } from '../support/browser.ts'
import { type Evening, type Member, startEvening } from '../support/evening.ts'
import { button, comeIn } from '../support/room.ts'

const scene = catalog.find(({ id }: Manifest) => id === 'table-for-eight') as unknown as Manifest
const title = scene.title.en
const shots = process.env.SHOTS

/** A circle that is in a scene together, each on a flat page of their own. */
describe('a circle in a scene', { timeout: 120_000 }, () => {
  let evening: Evening
  let meetupId = ''
  let reader: Browser
  let tove: Member
  let wren: Member

  beforeAll(async () => {
    evening = await startEvening()
    // two pictures at once would be more than a machine without graphics draws: they are there as a story to read
    reader = await startBrowser(['--disable-3d-apis'])
    meetupId = await evening.plan()
    tove = await evening.openBrowser(evening.tove, { browser: reader })
    wren = await evening.member('Wren', [meetupId], {
      browser: reader,
      viewport: { width: 390, height: 844 },
    })
    for (const { page } of [tove, wren]) {
      await page.goto(`/meetups/${meetupId}/room`)
      await comeIn(page)
    }
  })
  afterAll(async () => {
    await reader?.close()
    await evening?.stop()
  })

  const shot = async (page: Page, name: string) => {
    if (!shots) return
    await page.waitForTimeout(700)
    await page.screenshot({ path: `${shots}/${name}.png` })
  }
  const press = (page: Page, name: string) => button(page, name).click()
  const note = (page: Page) => page.getByRole('dialog', { name: title })
  const inScene = (page: Page) => page.getByRole('dialog', { name: 'In the scene, together' })

  it('opens a draft only knowingly, and everybody reads what is in it first', async () => {
    await press(tove.page, 'People')
    await press(tove.page, 'A scene for the circle')
    await tove.page.getByRole('button', { name: title }).waitFor()
    await shot(tove.page, '1-list')
    await tove.page.getByRole('button', { name: title }).click()
    const open = button(tove.page, 'Open for the circle')
    await expect(open.getAttribute('aria-disabled')).resolves.toBe('true')
    await tove.page.getByRole('switch', { name: 'I know that it is a draft' }).click()
    await shot(tove.page, '2-ready')
    await open.click()
    for (const { page } of [tove, wren]) {
      await note(page).getByText('A draft.').waitFor()
      await note(page)
        .getByText(scene.contentNotes[0]?.text.en ?? '')
        .waitFor()
    }
    await shot(wren.page, '3-note-phone')
    await shot(tove.page, '3-note')
  })

  it('brings along who says so, and who closes the note waits by the hearth', async () => {
    await press(tove.page, 'Come along')
    await wren.page.keyboard.press('Escape')
    await wren.page.getByText('You wait by the hearth.').waitFor()
    await tove.page.getByRole('region', { name: 'For you who facilitate' }).getByText('Wren').waitFor()
    await shot(wren.page, '4-waiting-phone')
    await shot(tove.page, '4-lead')
    await press(tove.page, 'Begin')
    await inScene(tove.page).waitFor()
    await wren.page.getByText('You are by the hearth.').waitFor()
    expect(await inScene(wren.page).count()).toBe(0)
    await shot(wren.page, '5-by-the-hearth-phone')
  })

  it('shows who comes along later the same beat, and follows the facilitator', async () => {
    await press(wren.page, 'Come along after all')
    await inScene(wren.page).waitFor()
    await shot(tove.page, '6-playing')
    await shot(wren.page, '6-playing-phone')
    const part = (page: Page, nth: number) =>
      inScene(page)
        .getByRole('article', { name: 'The story' })
        .getByText(`Part ${nth} of ${scene.beats.length}`)
        .waitFor()
    await Promise.all([part(tove.page, 1), part(wren.page, 1)])
    await press(tove.page, 'Move on')
    await Promise.all([part(tove.page, 2), part(wren.page, 2)])
    expect(await button(wren.page, 'Move on').count()).toBe(0)
    await press(tove.page, 'Pause for all')
    await inScene(wren.page).getByText('The facilitator has paused it for all.').waitFor()
    await press(tove.page, 'Go on')
    await inScene(wren.page)
      .getByText('The facilitator has paused it for all.')
      .waitFor({ state: 'detached' })
  })

  it('lets anybody out with one press, at once, and only the facilitator sees it', async () => {
    await wren.page.keyboard.press('Escape')
    await wren.page.getByRole('heading', { name: 'The calm room' }).waitFor()
    await inScene(tove.page).getByText('By the hearth:').waitFor()
    await shot(wren.page, '7-calm-phone')
    await press(wren.page, 'Go back to the others')
    await inScene(wren.page).getByRole('article', { name: 'The story' }).waitFor()
    await inScene(tove.page).getByText('By the hearth:').waitFor({ state: 'detached' })
    await press(wren.page, 'Step out')
    await press(wren.page, 'Wait by the hearth')
    await inScene(wren.page).waitFor({ state: 'detached' })
    await wren.page.getByText('You are by the hearth.').waitFor()
    await inScene(tove.page).getByText('By the hearth:').waitFor()
    await shot(tove.page, '7-out')
  })

  it('comes back to the ring, with the questions at the hearth, one after the other', async () => {
    await press(tove.page, 'End for all')
    for (const { page } of [tove, wren]) {
      await page.getByText('Everyone is here again.').waitFor()
      expect(await inScene(page).count()).toBe(0)
    }
    await shot(wren.page, '8-grounding-phone')
    await shot(tove.page, '8-grounding')
    await press(tove.page, 'To the questions')
    for (const [i, question] of scene.reflection.questions.entries()) {
      await Promise.all([tove, wren].map(({ page }) => page.getByText(question.en).waitFor()))
      if (i === 0) await shot(tove.page, '9-question')
      if (i === 0) await shot(wren.page, '9-question-phone')
      await press(tove.page, i + 1 < scene.reflection.questions.length ? 'Next question' : 'Finish')
    }
    for (const { page } of [tove, wren]) await page.getByText('Arriving. There is no hurry.').waitFor()
    expect([...tove.complaints, ...wren.complaints]).toEqual([])
  })
})
