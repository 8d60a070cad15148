import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodedFrames, loudness, startBrowser } from '../support/browser.ts'
import { type Evening, type Member, startEvening } from '../support/evening.ts'
import { held, pictureBytes, watchMedia } from '../support/media.ts'
import { button, comeIn, tile } from '../support/room.ts'

const phone = { viewport: { width: 390, height: 780 } }

/** Camera and microphone on the days when they do not work. Tove sits in the room all the time, seen and heard. */
describe('camera and microphone', { timeout: 60_000 }, () => {
  let evening: Evening
  let tove: Member
  let room = ''
  /** asks nobody: what is not permitted is refused */
  let asking: Browser
  let withoutCamera: Browser

  beforeAll(async () => {
    evening = await startEvening()
    ;[asking, withoutCamera] = await Promise.all([
      startBrowser(['--deny-permission-prompts'], ['--use-fake-ui-for-media-stream']),
      startBrowser(['--use-fake-device-for-media-stream=device-count=0']),
    ])
    const meetupId = await evening.plan()
    room = `/meetups/${meetupId}/room`
    tove = await evening.openBrowser(evening.tove)
    await tove.page.goto(room)
    await comeIn(tove.page, { camera: true, microphone: true })
  })
  afterAll(async () => {
    await asking?.close()
    await withoutCamera?.close()
    await evening?.stop()
  })

  async function arrive(name: string, browser?: Browser): Promise<Member> {
    const member = await evening.member(
      name,
      [room.split('/')[2] ?? ''],
      browser ? { ...phone, browser } : phone,
    )
    await watchMedia(member.page)
    return member
  }

  const seesTove = ({ page }: Member) =>
    expect.poll(async () => Math.max(0, ...(await decodedFrames(page)))).toBeGreaterThan(5)
  const hears = ({ page }: Member) => expect.poll(() => loudness(page)).toBeGreaterThan(0.01)

  it('that the browser refuses are each explained, and one comes in without', async () => {
    const wren = await arrive('Wren', asking)
    const { page } = wren
    await page.goto(room)
    await button(page, 'Turn on microphone').click()
    await page.getByRole('alert').getByText('The microphone did not start.').waitFor()
    await button(page, 'Turn on camera').click()
    await page.getByRole('alert').getByText('Camera and microphone did not start.').waitFor()
    await expect(page.getByText('Press the sign beside the address, allow it there').count()).resolves.toBe(1)
    await comeIn(page)
    await seesTove(wren)
    await hears(wren)
    await tile(tove.page, 'Wren').getByText('microphone off, camera off').waitFor()
    await button(page, 'Camera on').click()
    await page.getByText('The camera did not start.').waitFor()
    await page.getByText('Or stay without: that is fine.').waitFor()
    await wren.context.close()
  })

  it('of which only one is allowed: the other stays explained, and the one is seen', async () => {
    const odd = await arrive('Odd', asking)
    await odd.context.grantPermissions(['camera'])
    const { page } = odd
    await page.goto(room)
    await button(page, 'Turn on microphone').click()
    await page.getByText('The microphone did not start.').waitFor()
    await button(page, 'Turn on camera').click()
    await button(page, 'Camera is on').waitFor()
    await page.getByText('The microphone did not start.').waitFor()
    await button(page, 'Come in').click()
    await tile(tove.page, 'Odd').getByText('microphone off, camera on').waitFor()
    await odd.context.close()
  })

  it('where there is no camera: that is said, and one is heard all the same', async () => {
    const june = await arrive('June', withoutCamera)
    const { page } = june
    await page.goto(room)
    await button(page, 'Turn on camera').click()
    await page.getByText('No such device was found. Plug one in and try again').waitFor()
    await comeIn(page, { microphone: true })
    await tile(tove.page, 'June').getByText('microphone on, camera off').waitFor()
    await hears(tove)
    await june.context.close()
  })

  it('that another program uses: that is said, and once it is free the same button starts it', async () => {
    const kit = await arrive('Kit')
    const { page } = kit
    // no second program can take a made-up camera: the browser's own refusal stands in for it
    await page.addInitScript(() => {
      const devices = navigator.mediaDevices
      const take = devices.getUserMedia.bind(devices)
      const refuse = async () => {
        throw new DOMException('Could not start video source', 'NotReadableError')
      }
      devices.getUserMedia = (wish) => (wish?.video && !('free' in window) ? refuse() : take(wish))
    })
    await page.goto(room)
    await button(page, 'Turn on camera').click()
    await page.getByText('Another program is using it, or it is stuck.').waitFor()
    await comeIn(page)
    await button(page, 'Camera on').click()
    await page.getByText('Another program is using it, or it is stuck.').waitFor()
    await page.evaluate(() => Object.assign(window, { free: true }))
    await button(page, 'Camera on').click()
    await page.getByText('Another program is using it').waitFor({ state: 'detached' })
    await tile(tove.page, 'Kit').getByText('camera on').waitFor()
    await kit.context.close()
  })

  it('that stop in the room are said to have stopped, and start again with their buttons', async () => {
    const fern = await arrive('Fern', asking)
    const { page, context } = fern
    await context.grantPermissions(['camera', 'microphone'])
    await page.goto(room)
    await comeIn(page, { camera: true, microphone: true })
    await tile(tove.page, 'Fern').getByText('microphone on, camera on').waitFor()
    // the browser ends the tracks just as it does when a device is unplugged
    await context.clearPermissions()
    await page.getByText('Your camera and microphone stopped.').waitFor()
    await tile(tove.page, 'Fern').getByText('microphone off, camera off').waitFor()
    await context.grantPermissions(['camera', 'microphone'])
    await button(page, 'Camera on').click()
    await page.getByText('Your microphone stopped.').waitFor()
    await button(page, 'Unmute me').click()
    await page.getByText('Your microphone stopped.').waitFor({ state: 'detached' })
    await tile(tove.page, 'Fern').getByText('microphone on, camera on').waitFor()
    await context.close()
  })

  it('stay untouched for whoever comes in without, until a button is pressed', async () => {
    const ode = await arrive('Ode')
    const { page } = ode
    await page.goto(room)
    await comeIn(page)
    await tile(tove.page, 'Ode').getByText('microphone off, camera off').waitFor()
    expect(await held(page)).toEqual([])
    await button(page, 'Unmute me').click()
    await tile(tove.page, 'Ode').getByText('microphone on, camera off').waitFor()
    expect(await held(page)).toEqual(['audio'])
    await ode.context.close()
  })

  it('of others: with “Only sound” no picture comes in, and all come back', async () => {
    const ilse = await arrive('Ilse')
    const { page } = ilse
    await page.goto(room)
    await comeIn(page)
    await seesTove(ilse)
    await button(page, 'Devices').click()
    await page.getByLabel('Only sound').check()
    await button(page, 'Close').click()
    await page.getByText('Only sound comes in.').waitFor()
    await expect(page.locator('video').count()).resolves.toBe(0)
    let bytes = Number.NaN
    const still = async () => {
      const before = bytes
      bytes = await pictureBytes(page)
      return bytes - before
    }
    await expect.poll(still, { interval: 300, timeout: 10_000 }).toBe(0)
    await hears(ilse)
    expect(await still()).toBe(0)
    await button(page, 'Show pictures').click()
    await seesTove(ilse)
    await ilse.context.close()
  })
})
