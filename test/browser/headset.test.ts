import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Mesh, MeshBasicMaterial, PlaneGeometry } from 'three'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { addHeadset, DRAWING, listen, serveStage, wearer } from '../support/xr.ts'

/** Waits for what a slow machine takes a while for. */
const soon = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 })

type Site = Awaited<ReturnType<typeof serveStage>>

/** The stage with a small scene of its own, in a real browser with an emulated headset. */
describe('in a headset', { timeout: 60_000 }, () => {
  let site: Site
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let said: ReturnType<typeof listen>
  let worn: ReturnType<typeof wearer>

  beforeAll(async () => {
    ;[site, browser] = await Promise.all([serveStage(), startBrowser(DRAWING)])
    // small: it is drawn without a graphics card
    context = await browser.newContext({ viewport: { width: 320, height: 200 }, locale: 'en-GB' })
    await addHeadset(context)
    page = await context.newPage()
    said = listen(page, site.base)
    worn = wearer(page)
    await page.goto(site.address)
    await page.waitForFunction(() => window.stage?.controls && window.stage.drawn.state)
  })
  afterAll(async () => {
    await browser?.close()
    site?.close()
  })

  const send = (event: Parameters<typeof window.stage.visit.actions.send>[0]) =>
    page.evaluate((e) => window.stage.visit.actions.send(e), event)
  const state = () =>
    page.evaluate(() => {
      const { clock, calm, made, phase, mode } = window.stage.visit.state.getState()
      return { running: clock.running, calm, made, phase, mode, t: window.stage.visit.moment(false).t }
    })
  /** Whether something of this name is drawn now. */
  const isThere = (name: string) =>
    page.evaluate((wanted) => {
      let it = window.stage.drawn.state?.scene.getObjectByName(wanted) ?? null
      if (!it) return false
      for (; it; it = it.parent) if (!it.visible) return false
      return true
    }, name)
  const told = () => page.evaluate(() => window.stage.told.map(({ what }) => what))
  const enter = async () => {
    await page.evaluate(() => window.stage.controls?.enterHeadset())
    await page.waitForFunction(() => window.stage.controls?.store.getState().inputSourceStates.length === 2)
  }
  const caption = () =>
    page.evaluate(() => {
      const it = window.stage.drawn.state?.scene.getObjectByName('caption')
      if (!it?.visible) return undefined
      const [x = 0, y = 0, z = 0] = it.matrixWorld.elements.slice(12, 15)
      const yaw = (Math.atan2(-x, -z) * 180) / Math.PI
      const pitch = (Math.atan2(y - 1.2, Math.hypot(x, z)) * 180) / Math.PI
      return {
        text: String(it.userData.text),
        yaw,
        pitch,
        away: Math.hypot(x, y - 1.2, z),
        roll: it.rotation.z,
      }
    })

  it('looks around on the page first: arrow keys turn the view, and nobody is moved', async () => {
    const place = page.getByRole('application')
    await place.focus()
    await page.keyboard.down('ArrowLeft')
    await page.waitForFunction(() => (window.stage.controls?.head.forwardX ?? 0) < -0.2)
    await page.keyboard.up('ArrowLeft')
    const head = await page.evaluate(() => ({ ...window.stage.controls?.head }))
    expect(head).toMatchObject({ x: 0, z: 0 })
    expect(head.y).toBeCloseTo(1.2)
  })

  it('comes in paused, at the seat, and goes on by a press of the trigger', async () => {
    await enter()
    expect(await state()).toMatchObject({ running: false, mode: 'headset', phase: 'scene' })
    await soon(() => isThere('go on')).toBe(true)
    const head = await page.evaluate(() => ({ ...window.stage.controls?.head }))
    expect(Math.hypot(head.x ?? 9, head.z ?? 9)).toBeLessThan(0.001)
    expect(head.y).toBeCloseTo(1.2, 1)
    await worn.shoot('go on')
    await soon(async () => (await state()).running).toBe(true)
  })

  it('sits who lies down or stands elsewhere in the room on the same seat, once its system centres', async () => {
    await page.evaluate(() => window.xrDevice.position.set(0.4, 0.7, 0.3))
    await page.evaluate(() => window.xrDevice.recenter())
    await expect
      .poll(() =>
        page.evaluate(() => {
          const { x, y, z } = window.stage.controls?.head ?? { x: 9, y: 9, z: 9 }
          return Math.hypot(x, y - 1.2, z) < 0.001
        }),
      )
      .toBe(true)
    await page.evaluate(() => window.xrDevice.position.set(0, 1.2, 0))
    await page.evaluate(() => window.xrDevice.recenter())
  })

  it('shows what is said, below where one looks, and comes after the head without rolling', async () => {
    await send({ type: 'seek', t: 0.6 })
    await send({ type: 'pause' })
    await expect
      .poll(async () => (await caption())?.text)
      .toBe('Come in, sit down. It is only soup, but it is hot.')
    // it is still on its way from where the head was before
    await soon(async () => Math.abs(((await caption())?.pitch ?? 0) + 13.5)).toBeLessThan(1.5)
    expect((await caption())?.away).toBeCloseTo(1.4, 1)
    await worn.turnHead(60, 10)
    await soon(async () => Math.abs((await caption())?.yaw ?? 0)).toBeGreaterThan(55)
    expect((await caption())?.roll).toBe(0)
    await worn.turnHead(0)
    await soon(async () => Math.abs((await caption())?.yaw ?? 90)).toBeLessThan(5)
  })

  it('leaps in time only through the dark', async () => {
    const seen = await page.evaluate(async () => {
      const { session } = window.stage.controls?.store.getState() ?? {}
      const scene = window.stage.drawn.state?.scene
      if (!session || !scene) throw new Error('not inside')
      const look = () => {
        const veil = scene.getObjectByName('veil') as import('three').Mesh | undefined
        const { opacity } = (veil?.material as import('three').ShaderMaterial | undefined)?.uniforms ?? {}
        return {
          there: scene.getObjectByName('scene at ask') !== undefined,
          dark: veil?.visible ? Number(opacity?.value) : 0,
        }
      }
      const frames = [look()]
      window.stage.visit.actions.send({ type: 'seek', t: 62 })
      while (!frames.at(-1)?.there || frames.at(-1)?.dark !== 0) {
        await new Promise<void>((resolve) => session.requestAnimationFrame(() => resolve()))
        frames.push(look())
      }
      return frames
    })
    expect(seen[0]).toEqual({ there: false, dark: 0 })
    const first = seen.findIndex(({ there }) => there)
    expect(Math.max(...seen.slice(0, first).map(({ dark }) => dark))).toBeGreaterThan(0.95)
    expect(seen[first]?.dark).toBeGreaterThan(0)
    await send({ type: 'seek', t: 0.6 })
    await soon(() => isThere('scene at arrive')).toBe(true)
  })

  it('draws no more than 20 things of its own for each eye', async () => {
    await send({ type: 'seek', t: 62 })
    await send({ type: 'resume' })
    await soon(() => isThere('choose down')).toBe(true)
    const { ours, calls } = await page.evaluate(() => {
      const { scene, gl } = window.stage.drawn.state ?? {}
      let count = 0
      scene?.traverseVisible((it) => {
        if (it.renderOrder >= 1_000_000) count += 1
      })
      return { ours: count, calls: gl?.info.render.calls ?? 0 }
    })
    expect(ours).toBeGreaterThan(5)
    expect(ours).toBeLessThanOrEqual(16)
    // two eyes, and the scene’s own dozen
    expect(calls).toBeLessThanOrEqual(2 * (20 + 12))
  })

  it('chooses with a ray', async () => {
    await worn.shoot('choose down')
    await soon(async () => (await state()).made).toEqual({ music: 'down' })
    // and goes on
    expect((await state()).t).toBeGreaterThanOrEqual(120)
  })

  it.each(['visible-blurred', 'hidden'] as const)(
    'waits while it is %s, and goes on only by a press',
    async (how) => {
      await page.evaluate((v) => window.xrDevice.updateVisibilityState(v), how)
      await soon(async () => (await state()).running).toBe(false)
      await page.evaluate(() => window.xrDevice.updateVisibilityState('visible'))
      await soon(() => isThere('go on')).toBe(true)
      expect((await state()).running).toBe(false)
      await worn.shoot('go on')
      await soon(async () => (await state()).running).toBe(true)
    },
  )

  it('is out by B: the fade begins at once, the calm room is there within a second', async () => {
    // the page’s own clock: from the press to the first frame in which the calm room is drawn
    const took = page.evaluate(async () => {
      const scene = window.stage.drawn.state?.scene
      const { session } = window.stage.controls?.store.getState() ?? {}
      if (!scene || !session) throw new Error('not inside')
      const frame = () => new Promise<void>((resolve) => session.requestAnimationFrame(() => resolve()))
      const began = performance.now()
      window.xrDevice.controllers.right?.updateButtonValue('b-button', 1)
      let fade: number | undefined
      while (!scene.getObjectByName('calm')) {
        if (scene.getObjectByName('veil')?.visible) fade ??= performance.now() - began
        await frame()
      }
      window.xrDevice.controllers.right?.updateButtonValue('b-button', 0)
      return { fade, there: performance.now() - began }
    })
    const { fade, there } = await took
    expect(fade).toBeLessThanOrEqual(300)
    expect(there).toBeLessThanOrEqual(1000)
    expect(await state()).toMatchObject({ calm: true, running: false })
    expect(await isThere('scene at lamp')).toBe(false)
    await soon(() => isThere('help')).toBe(true)
    expect(await isThere('grounding')).toBe(true)
    expect(await page.evaluate(edgeOf, 'grounding')).toEqual(['dark'])
    await soon(() => isThere('veil')).toBe(false)
  })

  it('goes back to where it was', async () => {
    const { t } = await state()
    await worn.shoot('back')
    await soon(() => isThere('scene at lamp')).toBe(true)
    expect((await state()).t).toBeGreaterThanOrEqual(t)
    expect((await state()).t).toBeLessThan(t + 10)
  })

  it('works with bare hands: chooses by a pinch, and is out by holding it for a second', async () => {
    await page.evaluate(() => {
      window.xrDevice.primaryInputMode = 'hand'
    })
    await page.waitForFunction(
      () =>
        window.stage.controls?.store.getState().inputSourceStates.filter(({ type }) => type === 'hand')
          .length === 2,
    )
    await worn.pinchAt('choose turn')
    await soon(async () => (await state()).made).toEqual({ music: 'down', lamp: 'turn' })
    await soon(() => isThere('step out')).toBe(true)
    await worn.pinch(1)
    await soon(() => isThere('holding')).toBe(true)
    expect((await state()).calm).toBe(false)
    await soon(async () => (await state()).calm).toBe(true)
    await worn.pinch(0)
    await worn.pinchAt('back')
    await soon(async () => (await state()).calm).toBe(false)
  })

  it('has a button to step out that can be pressed by every way of pointing', async () => {
    await worn.pinchAt('step out')
    await soon(async () => (await state()).calm).toBe(true)
    await send({ type: 'come_back' })
  })

  it('without hands or controllers, looking at a button for a while presses it', async () => {
    await page.evaluate(() => {
      for (const hand of [window.xrDevice.hands.left, window.xrDevice.hands.right])
        if (hand) hand.connected = false
    })
    await page.waitForFunction(() => window.stage.controls?.store.getState().inputSourceStates.length === 0)
    await send({ type: 'pause' })
    await soon(() => isThere('go on')).toBe(true)
    await worn.turnHead(0, -30)
    await soon(() => isThere('dwell dot')).toBe(true)
    await soon(async () => (await state()).running).toBe(true)
    await worn.turnHead(0)
    await page.evaluate(() => {
      for (const hand of [window.xrDevice.hands.left, window.xrDevice.hands.right])
        if (hand) hand.connected = true
      window.xrDevice.primaryInputMode = 'controller'
    })
  })

  it('ended by its system, the page goes on at the same place, paused, and says so', async () => {
    await send({ type: 'seek', t: 20 })
    await page.evaluate(() => window.stage.controls?.store.getState().session?.end())
    await soon(told).toContain('xr ended')
    const { running, t, mode } = await state()
    expect({ running, mode }).toEqual({ running: false, mode: 'desktop' })
    expect(t).toBeGreaterThanOrEqual(20)
    expect(t).toBeLessThan(25)
    // the page draws again by itself
    await soon(() => isThere('scene at arrive')).toBe(true)
    expect(await isThere('step out')).toBe(false)
  })

  it('can be entered again, and left by a press in the calm room', async () => {
    await enter()
    await send({ type: 'exit' })
    const before = (await told()).filter((what) => what === 'xr ended').length
    await worn.shoot('leave')
    await page.waitForFunction(() => window.stage.controls?.store.getState().session === undefined)
    expect((await told()).filter((what) => what === 'xr ended').length).toBe(before)
    await send({ type: 'come_back' })
  })

  it('shows the calm room on the page too, and the scene again', async () => {
    await send({ type: 'exit' })
    await soon(() => isThere('calm')).toBe(true)
    await send({ type: 'come_back' })
    await soon(() => isThere('scene at arrive')).toBe(true)
  })

  it('says that the picture was lost, waits, and has it again', async () => {
    await page.evaluate(() => {
      const extension = window.stage.drawn.state?.gl.getContext().getExtension('WEBGL_lose_context')
      extension?.loseContext()
      setTimeout(() => extension?.restoreContext(), 300)
    })
    await soon(told).toContain('context lost')
    expect((await state()).running).toBe(false)
    await soon(told).toContain('context back')
  })

  it('draws on the page where one goes to while it is paused', async () => {
    await send({ type: 'pause' })
    await send({ type: 'seek', t: 130 })
    await soon(() => isThere('scene at lamp')).toBe(true)
    await send({ type: 'seek', t: 20 })
    await soon(() => isThere('scene at arrive')).toBe(true)
  })

  it('in a circle says that its facilitator has paused, and offers nothing to go on with', async () => {
    await page.goto(`${site.address}?led`)
    await page.waitForFunction(() => window.stage?.controls && window.stage.drawn.state)
    await enter()
    await soon(() => isThere('paused')).toBe(true)
    expect([await isThere('go on'), await isThere('step out')]).toEqual([false, true])
    await page.evaluate(() => window.stage.controls?.store.getState().session?.end())
  })

  it('goes on by looking when the controllers are switched off in the middle: chooses, and steps out', async () => {
    const switched = (on: boolean) =>
      page.evaluate((connected) => {
        const { left, right } = window.xrDevice.controllers
        for (const one of [left, right]) if (one) one.connected = connected
      }, on)
    const sources = (count: number) =>
      page.waitForFunction(
        (n) => window.stage.controls?.store.getState().inputSourceStates.length === n,
        count,
      )
    /** Looks where a button is now, as somebody follows it with their eyes. */
    const lookAt = async (name: string, until: () => Promise<boolean>) => {
      await soon(async () => {
        const at = await page.evaluate((wanted) => {
          const it = window.stage.drawn.state?.scene.getObjectByName(wanted)
          return it?.matrixWorld.elements.slice(12, 15)
        }, name)
        if (at) {
          const [x = 0, y = 0, z = 0] = at
          await worn.turnHead(
            (Math.atan2(-x, -z) * 180) / Math.PI,
            (Math.atan2(y - 1.2, Math.hypot(x, z)) * 180) / Math.PI,
          )
        }
        return until()
      }).toBe(true)
    }
    await page.goto(site.address)
    await page.waitForFunction(() => window.stage?.controls && window.stage.drawn.state)
    await enter()
    await send({ type: 'seek', t: 62 })
    await send({ type: 'resume' })
    await soon(() => isThere('choose down')).toBe(true)
    expect(await isThere('dwell dot')).toBe(false)
    await switched(false)
    await sources(0)
    await soon(() => isThere('dwell dot')).toBe(true)
    await lookAt('choose down', async () => (await state()).t >= 120)
    expect((await state()).made).toMatchObject({ music: 'down' })
    await lookAt('step out', async () => (await state()).calm)
    await lookAt('back', async () => !(await state()).calm)
    await worn.turnHead(0)
    // and by hand once more, when they are switched on
    await switched(true)
    await sources(2)
    await soon(() => isThere('dwell dot')).toBe(false)
    await worn.shoot('step out')
    await soon(async () => (await state()).calm).toBe(true)
    await page.evaluate(() => window.stage.controls?.store.getState().session?.end())
  })

  it('asks nothing of anybody else, and complains about nothing', () => {
    expect(said.outside).toEqual([])
    expect(said.complaints.filter((text) => !/Context Lost|Context Restored/.test(text))).toEqual([])
  })

  it('ships no emulator', () => {
    const text = site.output.map((file) => ('code' in file ? file.code : '')).join('\n')
    expect(text).not.toMatch(/iwer|devui|SyntheticEnvironment/i)
  })
})

/** Runs in the page: what is at the lower edge of words in the headset, where their plate ends: dark, or letters too. */
function edgeOf(name: string): string[] {
  const mesh = window.stage.drawn.state?.scene.getObjectByName(name) as Mesh<PlaneGeometry, MeshBasicMaterial>
  const canvas = mesh.material.map?.image as HTMLCanvasElement
  const points = canvas.width / mesh.geometry.parameters.width
  const ink = canvas.getContext('2d')
  const row = ink?.getImageData(
    canvas.width * 0.1,
    canvas.height - 0.018 * points,
    canvas.width * 0.8,
    1,
  ).data
  return [...new Set(row?.filter((_, i) => i % 4 === 0).map((red) => (red > 80 ? 1 : 0)))].map((bright) =>
    bright ? 'letters' : 'dark',
  )
}
