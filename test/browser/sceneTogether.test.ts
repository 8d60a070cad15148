import type { Browser, Page } from 'playwright-core'
import type { InstancedMesh } from 'three'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalog } from '../../scenes/catalog.ts'
import type { Manifest } from '../../scenes/kit/types.ts'
import { encodePose, type Part } from '../../web/empathy/together/pose.ts'
import { ringBehind } from '../../web/empathy/together/ring.ts'
import type { Visit } from '../../web/empathy/visit.ts'
import { type Alone, comeAlone } from '../support/alone.ts'
import { startBrowser } from '../support/browser.ts'
import { type Evening, type Member, startEvening } from '../support/evening.ts'
import { disconnectAll } from '../support/participant.ts'
import { button, comeIn, tile } from '../support/room.ts'
import { addHeadset, DRAWING, listen, wearer } from '../support/xr.ts'

const scene = catalog.find(({ id }: Manifest) => id === 'table-for-eight') as unknown as Manifest
const title = scene.title.en
/** Waits for what a machine that draws a whole scene without a graphics card takes a while for. */
const soon = <T>(look: () => T) => expect.poll(look, { timeout: 60_000 })
/** Of one page's clock, in milliseconds. */
const WRONG = 4 * 60_000

/** Tove leads on a flat page, Wren wears a headset whose clock is wrong, and of Marlow there is only a light. */
describe('a circle in a scene, one of it in a headset', { timeout: 180_000 }, () => {
  let evening: Evening
  let meetupId = ''
  let reader: Browser
  let drawer: Browser
  let tove: Member
  let wren: Member
  let marlow: Alone
  let said: ReturnType<typeof listen>
  let worn: ReturnType<typeof wearer>

  beforeAll(async () => {
    ;[evening, reader, drawer] = await Promise.all([
      startEvening(),
      startBrowser(['--disable-3d-apis']),
      startBrowser(DRAWING),
    ])
    meetupId = await evening.plan()
    tove = await evening.openBrowser(evening.tove, { browser: reader })
    wren = await evening.member('Wren', [meetupId], {
      browser: drawer,
      // small: two eyes are drawn without a graphics card
      viewport: { width: 320, height: 300 },
    })
    await addHeadset(wren.context)
    await wren.context.addInitScript(() => {
      const outs: GainNode[] = []
      Object.assign(window, { outs })
      window.GainNode = class extends GainNode {
        constructor(context: BaseAudioContext, options?: GainOptions) {
          super(context, options)
          // what all of a scene’s sound goes through
          if (options?.channelCountMode === 'explicit') outs.unshift(this)
        }
      }
    })
    await wren.context.addInitScript((wrong) => {
      const { timeOrigin } = performance
      Object.defineProperty(performance, 'timeOrigin', { get: () => timeOrigin + wrong })
      const right = Date.now
      Date.now = () => right() + wrong
    }, WRONG)
    // it draws without a graphics card
    wren.page.setDefaultTimeout(60_000)
    said = listen(wren.page, evening.service.url)
    worn = wearer(wren.page)
    for (const { page } of [tove, wren]) {
      await page.goto(`/meetups/${meetupId}/room`)
      await comeIn(page)
    }
    marlow = await comeAlone(evening, meetupId, 'Marlow')
    for (const { page } of [tove, wren]) await tile(page, 'Marlow').waitFor()
  })
  afterAll(async () => {
    await disconnectAll()
    await reader?.close()
    await drawer?.close()
    await evening?.stop()
  })

  const press = (page: Page, name: string) => button(page, name).click()
  const inScene = (page: Page) => page.getByRole('dialog', { name: 'In the scene, together' })
  const isThere = (name: string) => wren.page.evaluate((n) => window.drawing.find(n) !== undefined, name)
  const lead = () => tove.page.getByRole('region', { name: 'For you who facilitate' })
  /** Where the scene is on a page, and when that was: seconds, and milliseconds of the machine's own clock. */
  const at = (page: Page, wrong = 0) =>
    page.evaluate((w) => {
      type Fiber = { return: Fiber | null; memoizedProps: { visit?: Visit } | null }
      const node = document.querySelector('dialog[open] h1')
      const key = Object.keys(node ?? {}).find((one) => one.startsWith('__reactFiber$'))
      let fiber = (node as unknown as Record<string, Fiber | null>)?.[key ?? ''] ?? null
      while (fiber && !fiber.memoizedProps?.visit) fiber = fiber.return
      const moment = fiber?.memoizedProps?.visit?.moment(false)
      return {
        t: moment?.t ?? Number.NaN,
        beat: moment?.beat.id,
        when: performance.timeOrigin + performance.now() - w,
      }
    }, wrong)
  /** How many seconds one page is ahead of the other. */
  const apart = async () => {
    const [a, b] = [await at(tove.page), await at(wren.page, WRONG)]
    return { seconds: b.t - a.t - (b.when - a.when) / 1000, beats: [a.beat, b.beat] }
  }
  /** How loud the scene’s sound goes out on the page with the headset, 0 to 1. */
  const loud = () =>
    wren.page.evaluate(() => (window as unknown as { outs: GainNode[] }).outs[0]?.gain.value ?? Number.NaN)
  const caption = () =>
    wren.page.evaluate(() => window.drawing.find('caption')?.userData.text as string | undefined)
  const lights = () =>
    wren.page.evaluate(() => {
      const mesh = window.drawing.find('lights') as InstancedMesh | undefined
      return Array.from({ length: mesh?.count ?? 0 }, (_, i) => {
        const [x = 0, y = 0, z = 0] = mesh?.instanceMatrix.array.slice(i * 16 + 12, i * 16 + 15) ?? []
        return { x, y, z }
      })
    })
  let sequence = 0
  const showMarlow = (...position: Part['position']) =>
    marlow.call.localParticipant?.publishData(
      encodePose({
        sequence: ++sequence,
        at: Math.round(performance.now()),
        pose: { head: { position, orientation: [0, 0, 0, 1] }, left: undefined, right: undefined },
      }),
      { reliable: false, topic: 'pose' },
    )
  const type = (by: typeof marlow, text: string) =>
    by.call.localParticipant?.sendText(text, {
      topic: 'lk.transcription',
      attributes: {
        'lk.segment_id': `m${++sequence}`,
        'lk.transcription_final': 'true',
        'hearthside.kind': 'typed',
      },
    })

  it('opens when the facilitator has confirmed the draft, and everybody comes along', async () => {
    await press(tove.page, 'People')
    await press(tove.page, 'A scene for the circle')
    await tove.page.getByRole('button', { name: title }).click()
    await tove.page.getByRole('switch', { name: 'I know that it is a draft' }).click()
    await press(tove.page, 'Open for the circle')
    for (const { page } of [tove, wren]) await press(page, 'Come along')
    await press(tove.page, 'Begin')
    for (const { page } of [tove, wren]) await inScene(page).waitFor()
  })

  it('is entered with the headset, and goes on meanwhile for all', async () => {
    await press(wren.page, 'Another way')
    await wren.page.getByLabel('In a headset').check()
    await wren.page.keyboard.press('Escape')
    await press(wren.page, 'Put the headset on and enter')
    await wren.page.waitForFunction(() => (window.drawing.session()?.inputSources.length ?? 0) > 1)
    await soon(() => isThere('step out')).toBe(true)
    expect(await isThere('paused')).toBe(false)
    expect(await isThere('go on')).toBe(false)
  })

  it('is at the same moment on both pages, within 100 ms, whatever a device’s own clock says', async () => {
    await soon(async () => Math.abs((await apart()).seconds)).toBeLessThan(0.1)
    await press(tove.page, 'Move on')
    await soon(async () => (await at(wren.page)).beat).toBe(scene.beats[1]?.id)
    const { seconds, beats } = await apart()
    expect(Math.abs(seconds)).toBeLessThan(0.1)
    expect(beats).toEqual([scene.beats[1]?.id, scene.beats[1]?.id])
  })

  it('is led by the facilitator alone: the room’s server refuses what a member commands', async () => {
    const { body: room } = await wren.get(`/api/meetups/${meetupId}/room`)
    for (const command of ['begin_scene', 'pause_scene', 'move_on_scene', 'end_scene'])
      expect(
        (
          await wren.post(`/api/meetups/${meetupId}/room/commands`, {
            version: room.version,
            command: { type: command },
          })
        ).status,
      ).toBeGreaterThanOrEqual(400)
    expect((await tove.get(`/api/meetups/${meetupId}/room`)).body.scene.clock.running).toBe(true)
  })

  it('shows the light of another in their seat, beside or behind, until it is hidden', async () => {
    const order = ['Tove', 'Wren', 'Marlow']
    const place = ringBehind(3, 1)[order.indexOf('Marlow')]
    await showMarlow(0, 1.3, 0)
    await soon(lights).toHaveLength(1)
    await showMarlow(0.1, 1.3, 0)
    await soon(async () => (await lights())[0]?.y).toBeCloseTo(1.3, 2)
    const [light] = await lights()
    expect(Math.abs((light?.x ?? 9) - (place?.x ?? 0))).toBeLessThan(0.11)
    expect(light?.z).toBeCloseTo(place?.z ?? 9, 2)
    expect(light?.z).toBeGreaterThanOrEqual(0)
    await worn.turnHead(-150)
    await showMarlow(0, 1.3, 0)
    await worn.turnHead(0)
  })

  it('shows what a member types when the scene says nothing, and what a facilitator types before all', async () => {
    await press(tove.page, 'Pause for all')
    await soon(() => isThere('paused')).toBe(true)
    expect(await isThere('go on')).toBe(false)
    const scripted = await caption()
    await type(marlow, 'I know that feeling.')
    await tove.page.getByText('I know that feeling.').first().waitFor()
    await worn.frames(3)
    if (scripted) expect(await caption()).toBe(scripted)
    else await soon(caption).toBe('I know that feeling.')
    const identity = (await tove.get(`/api/meetups/${meetupId}/room`)).body.you.identity
    expect(identity).toBeTruthy()
  })

  it('goes on, softened, when the facilitator says so', async () => {
    await press(tove.page, 'Go on')
    await soon(() => isThere('paused')).toBe(false)
    await press(tove.page, 'Soften for all')
    await soon(async () => (await wren.get(`/api/meetups/${meetupId}/room`)).body.scene.soft).toBe(true)
    await soon(() =>
      wren.page.evaluate(() => document.querySelector('dialog[open]')?.textContent?.includes('paused')),
    ).toBe(false)
  })

  it('lets out by B whoever wears one: the facilitator sees that, and not why', async () => {
    await worn.button('b-button', 1)
    await soon(() => isThere('calm')).toBe(true)
    await worn.button('b-button', 0)
    await lead().getByText('By the hearth:').waitFor()
    expect(await lead().getByText('Wren').count()).toBe(1)
    expect(await lead().innerText()).not.toMatch(/calm|headset|stepped/i)
    expect((await tove.get(`/api/meetups/${meetupId}/room`)).body.scene.clock.running).toBe(true)
    await soon(() => isThere('back')).toBe(true)
    await worn.shoot('back')
    await soon(() => isThere('calm')).toBe(false)
    await lead().getByText('By the hearth:').waitFor({ state: 'detached' })
    expect(Math.abs((await apart()).seconds)).toBeLessThan(0.1)
  })

  it('is silent on a device whose headset is taken off, and heard again when it is put on', async () => {
    const see = (visibility: 'hidden' | 'visible') =>
      wren.page.evaluate((now) => window.xrDevice.updateVisibilityState(now), visibility)
    await soon(loud).toBeGreaterThan(0.5)
    await see('hidden')
    await soon(loud).toBeLessThan(0.01)
    expect((await tove.get(`/api/meetups/${meetupId}/room`)).body.scene.clock.running).toBe(true)
    await see('visible')
    await soon(loud).toBeGreaterThan(0.5)
    expect(Math.abs((await apart()).seconds)).toBeLessThan(0.1)
  })

  it('goes on for the others when somebody takes the headset off, and sounds here again at a press', async () => {
    await wren.page.evaluate(() => window.drawing.session()?.end())
    await wren.page.waitForFunction(() => window.drawing.session() === undefined)
    await wren.page.getByText('The scene goes on here, with the others.').waitFor()
    await soon(loud).toBeLessThan(0.01)
    await wren.page.getByText('The headset is off, and the scene is silent on this device.').waitFor()
    // its window is too small here for a pointer to reach everything
    await button(wren.page, 'Sound on again').press('Enter')
    await soon(loud).toBeGreaterThan(0.5)
    expect((await tove.get(`/api/meetups/${meetupId}/room`)).body.scene.clock.running).toBe(true)
    expect(Math.abs((await apart()).seconds)).toBeLessThan(0.1)
  })

  it('brings everyone back to the ring, but whoever wears a headset when they leave it themselves', async () => {
    // its window is too small here for a pointer to reach everything
    await button(wren.page, 'Another way').press('Enter')
    await wren.page.getByLabel('In a headset').check()
    await wren.page.keyboard.press('Escape')
    await button(wren.page, 'Put the headset on and enter').press('Enter')
    await soon(() => isThere('step out')).toBe(true)
    await press(tove.page, 'End for all')
    await tove.page.getByText('Everyone is here again.').waitFor()
    expect(await inScene(tove.page).count()).toBe(0)
    await soon(() => isThere('step out')).toBe(false)
    await soon(() => isThere('leave')).toBe(true)
    expect(await wren.page.evaluate(() => window.drawing.session() !== undefined)).toBe(true)
    await worn.shoot('leave')
    await wren.page.getByText('Everyone is here again.').waitFor()
    expect(await inScene(wren.page).count()).toBe(0)
  })

  it('goes on with the questions at the hearth', async () => {
    await press(tove.page, 'To the questions')
    for (const { page } of [tove, wren])
      await page.getByText(scene.reflection.questions[0]?.en ?? '').waitFor()
    await tile(wren.page, 'Marlow').waitFor()
  })

  it('asks nothing of anybody else, and complains about nothing', () => {
    const sockets = evening.service.url.replace('http', 'ws')
    expect(said.outside.filter((url) => !url.startsWith(sockets))).toEqual([])
    expect(said.complaints).toEqual([])
  })
})
