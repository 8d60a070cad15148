import type { Room as Call } from '@livekit/rtc-node'
import { RoomEvent } from '@livekit/rtc-node'
import type { Browser } from 'playwright-core'
import type { Group, InstancedMesh, Mesh, MeshBasicMaterial, VideoTexture } from 'three'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodePose, encodePose, type Part, POSE_BYTES } from '../../web/empathy/together/pose.ts'
import { ringAround, ringRadius } from '../../web/empathy/together/ring.ts'
import { comeAlone } from '../support/alone.ts'
import { startBrowser } from '../support/browser.ts'
import { makeMeetup } from '../support/community.ts'
import { type Evening, type Member, startEvening } from '../support/evening.ts'
import { disconnectAll } from '../support/participant.ts'
import { button, comeIn, tile } from '../support/room.ts'
import { addHeadset, DRAWING, listen, wearer } from '../support/xr.ts'

const soon = <T>(look: () => T) => expect.poll(look, { timeout: 30_000 })

/** What three and the emulated headset say themselves while a test has taken the picture's memory from them. */
const LOST =
  /Context Lost|Context Restored|WEBGL_lose_context extension not supported|at onDeviceFrame .*iwer/

/** Tove on a flat page, Wren in a headset, and Marlow, who has a program of his own in the place of our client. */
describe('a circle in a headset', { timeout: 120_000 }, () => {
  let evening: Evening
  let meetupId = ''
  let browser: Browser
  let tove: Member
  let wren: Member
  let said: ReturnType<typeof listen>
  let worn: ReturnType<typeof wearer>
  let marlow: Call
  const ids: Record<string, string> = {}
  const packets: { from: string; bytes: Uint8Array }[] = []

  const joinAlone = async (name: string) => {
    const { call, seats } = await comeAlone(evening, meetupId, name)
    for (const { identity, pseudonym } of seats) ids[pseudonym] = identity
    return call
  }

  beforeAll(async () => {
    ;[evening, browser] = await Promise.all([startEvening(), startBrowser(DRAWING)])
    meetupId = await makeMeetup(evening.tove, evening.circleId, {
      inMinutes: 10,
      seats: 15,
      from: new Date(),
    })
    tove = await evening.openBrowser(evening.tove)
    await tove.page.goto(`/meetups/${meetupId}/room`)
    await comeIn(tove.page, { camera: true, microphone: true })
    // the smallest window in which the flat page has a ring
    wren = await evening.member('Wren', [meetupId], { browser, viewport: { width: 760, height: 620 } })
    await addHeadset(wren.context)
    await wren.context.addInitScript(() => {
      const panners = new Set<PannerNode>()
      Object.assign(window, { panners })
      window.PannerNode = class extends PannerNode {
        constructor(context: BaseAudioContext, options?: PannerOptions) {
          super(context, options)
          panners.add(this)
        }
        override disconnect() {
          super.disconnect()
          panners.delete(this)
        }
      }
    })
    // it draws without a graphics card
    wren.page.setDefaultTimeout(60_000)
    said = listen(wren.page, evening.service.url)
    worn = wearer(wren.page)
    await wren.page.goto(`/meetups/${meetupId}/room`)
    await comeIn(wren.page, { microphone: true })
    marlow = await joinAlone('Marlow')
    marlow.on(RoomEvent.DataReceived, (bytes, sender, _kind, topic) => {
      if (topic === 'pose') packets.push({ from: sender?.identity ?? '', bytes })
    })
    for (const { page } of [tove, wren]) await tile(page, 'Marlow').waitFor()
  })
  afterAll(async () => {
    await disconnectAll()
    await browser?.close()
    await evening?.stop()
  })

  const isThere = (name: string) => wren.page.evaluate((n) => window.drawing.find(n) !== undefined, name)
  const enterHeadset = async () => {
    await button(wren.page, 'Enter the headset').click()
    await wren.page.waitForFunction(() => (window.drawing.session()?.inputSources.length ?? 0) > 1)
    await soon(() => isThere('step out')).toBe(true)
  }
  /** Where a seat's panel stands: metres to the right of and before the viewer. */
  const seat = (name: string) =>
    wren.page.evaluate((n) => {
      const { x = 0, z = 0 } = (window.drawing.find(n) as Group | undefined)?.position ?? {}
      return { x, z }
    }, `seat of ${ids[name]}`)
  const captioned = () =>
    wren.page.evaluate(() => window.drawing.find('captions')?.userData.text as string | undefined)
  const micIsOn = () =>
    wren.page.evaluate(() =>
      [...document.querySelectorAll('button')].some((b) => b.textContent === 'Mute me'),
    )
  const voices = () =>
    wren.page.evaluate(() => ({
      muted: [...document.querySelectorAll<HTMLAudioElement>('audio[data-voice]')].map((one) => one.muted),
      panners: [...(window as unknown as { panners: Set<PannerNode> }).panners].map((p) => ({
        model: p.panningModel,
        x: p.positionX.value,
        z: p.positionZ.value,
      })),
    }))
  /** Where lights are that are drawn for others now. */
  const lights = () =>
    wren.page.evaluate(() => {
      const mesh = window.drawing.find('lights') as InstancedMesh | undefined
      return Array.from({ length: mesh?.count ?? 0 }, (_, i) => {
        const [x = 0, y = 0, z = 0] = mesh?.instanceMatrix.array.slice(i * 16 + 12, i * 16 + 15) ?? []
        return { x, y, z }
      })
    })
  let sequence = 0
  const send = (bytes: Uint8Array) =>
    marlow.localParticipant?.publishData(bytes, { reliable: false, topic: 'pose' })
  const poseAt = (...position: Part['position']) =>
    encodePose({
      sequence: ++sequence,
      at: Math.round(performance.now()),
      pose: { head: { position, orientation: [0, 0, 0, 1] }, left: undefined, right: undefined },
    })

  it('says what will happen and how to leave, and shows the ring before anything is put on', async () => {
    await button(wren.page, 'Devices').click()
    await button(wren.page, 'Sit in the circle with a headset').click()
    await wren.page.getByText('To step out at once: press B or Y').waitFor()
    await soon(() => isThere(`seat of ${ids.Tove}`)).toBe(true)
    expect(await isThere('step out')).toBe(false)
  })

  it('says meanwhile on the page what is going on and how to come back, with the captions', async () => {
    await enterHeadset()
    const { page } = wren
    const sheet = page.getByRole('dialog', { name: 'The circle in a headset' })
    await sheet.getByRole('heading', { name: 'You are in the headset.' }).waitFor()
    await sheet.getByText('press “Take the headset off” there').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('You are in the headset.')
    expect(await sheet.getByRole('region', { name: 'Captions' }).count()).toBe(1)
    // a press beside it would be somebody else's, or an elbow's
    await page.mouse.click(4, 4)
    expect(await page.evaluate(() => window.drawing.session() !== undefined)).toBe(true)
    await sheet.waitFor()
    await button(page, 'Come back to this page').press('Enter')
    await page.waitForFunction(() => window.drawing.session() === undefined)
    await button(page, 'Enter the headset').waitFor()
    expect(await sheet.getByText('You are in the headset.').count()).toBe(0)
  })

  it('seats everyone as the flat page does', async () => {
    await enterHeadset()
    const flat = await wren.page.evaluate(() =>
      [...document.querySelectorAll('ul[aria-label="People in the circle"] > li')].map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect()
        return { name: one.textContent ?? '', x: x + width / 2, y: y + height / 2 }
      }),
    )
    expect(flat.map(({ name }) => /Tove|Wren|Marlow/.exec(name)?.[0])).toEqual(['Tove', 'Wren', 'Marlow'])
    const places = ringAround(3, 1)
    for (const [i, name] of ['Tove', 'Wren', 'Marlow'].entries()) {
      if (name === 'Wren') continue
      const { x, z } = await seat(name)
      expect(x).toBeCloseTo(places[i]?.x ?? 9)
      expect(z).toBeCloseTo(places[i]?.z ?? 9)
    }
    // the same way round: who comes next on the page, clockwise, comes next here, seen from above
    const turnOf = (a: { x: number; y: number }, b: { x: number; y: number }) =>
      Math.sign(a.x * b.y - a.y * b.x)
    const middle = {
      x: flat.reduce((sum, { x }) => sum + x / 3, 0),
      y: flat.reduce((sum, { y }) => sum + y / 3, 0),
    }
    const [t, w] = flat.map(({ x, y }) => ({ x: x - middle.x, y: y - middle.y }))
    const there = places.map(({ x, z }) => ({ x, y: z + ringRadius(3) }))
    if (t && w && there[0] && there[1]) expect(turnOf(there[0], there[1])).toBe(turnOf(t, w))
    for (const name of ['Tove', 'Marlow']) expect(await isThere(`name ${name}`)).toBe(true)
  })

  it('shows who has a camera on as a picture that moves', async () => {
    const frames = () =>
      wren.page.evaluate((name) => {
        const picture = window.drawing.find(name)?.getObjectByName('picture') as Mesh | undefined
        const map = (picture?.material as MeshBasicMaterial | undefined)?.map as VideoTexture | undefined
        if (!map?.isVideoTexture) return undefined
        const { videoWidth, videoHeight } = map.image
        return {
          cut: (map.repeat.x * videoWidth) / (map.repeat.y * videoHeight),
          uploads: map.version,
          decoded: map.image.getVideoPlaybackQuality().totalVideoFrames,
        }
      }, `seat of ${ids.Tove}`)
    await soon(async () => (await frames())?.decoded ?? 0).toBeGreaterThan(2)
    const before = await frames()
    expect(before?.cut).toBeCloseTo(1, 2)
    await soon(async () => (await frames())?.decoded ?? 0).toBeGreaterThan((before?.decoded ?? 0) + 2)
    expect((await frames())?.uploads).toBeGreaterThan(before?.uploads ?? 0)
  })

  it('says at the hearth what stands there on the page', async () => {
    expect(await isThere('hearth')).toBe(true)
  })

  it('shows what somebody says by typing it, and takes it away again', async () => {
    await button(tove.page, /^Captions$/).click()
    await tove.page.getByLabel('Speak by typing').fill('Good that you are here.')
    await tove.page.keyboard.press('Enter')
    await soon(captioned).toBe('Good that you are here.')
    await soon(() => isThere('captions')).toBe(false)
  })

  it('hides no caption behind what is pressed, also while one looks at that', async () => {
    const controls = ['mic', 'step out', 'centre', 'leave']
    /** What part of the view things take, degrees to the left and up, as seen from the seat. */
    const spans = (names: readonly string[]) =>
      wren.page.evaluate(
        (all) =>
          all.map((name) => {
            const mesh = window.drawing.find(name) as Mesh | undefined
            mesh?.geometry.computeBoundingBox()
            const box = mesh?.geometry.boundingBox
            if (!mesh || !box) return undefined
            const corners = [box.min, box.max].flatMap(({ x }) =>
              [box.min, box.max].map(({ y }) => mesh.localToWorld(box.min.clone().set(x, y, 0))),
            )
            const yaws = corners.map(({ x, z }) => (Math.atan2(-x, -z) * 180) / Math.PI)
            const pitches = corners.map(
              ({ x, y, z }) => (Math.atan2(y - 1.2, Math.hypot(x, z)) * 180) / Math.PI,
            )
            return {
              yaw: [Math.min(...yaws), Math.max(...yaws)],
              pitch: [Math.min(...pitches), Math.max(...pitches)],
            } as const
          }),
        names,
      )
    const middle = ([from, to]: readonly number[]) => ((from ?? 0) + (to ?? 0)) / 2
    const meet = (a: readonly number[], b: readonly number[]) =>
      Math.max(a[0] ?? 0, b[0] ?? 0) < Math.min(a[1] ?? 0, b[1] ?? 0)
    const field = tove.page.getByLabel('Speak by typing')
    for (const name of ['mic', 'leave']) {
      // they come along a little, and then stay
      for (let turn = 0; turn < 2; turn++) {
        const [it] = await spans([name])
        if (!it) throw new Error(`no “${name}”`)
        await worn.turnHead(middle(it.yaw), middle(it.pitch))
        await worn.frames(15)
      }
      const text = `Said while one looks at what is called “${name}”, to fill two lines.`
      await field.fill(text)
      await tove.page.keyboard.press('Enter')
      await soon(captioned).toBe(text)
      const [words, ...all] = await spans(['captions', ...controls])
      const hidden = controls.filter((_, n) => {
        const it = all[n]
        return it && words && meet(words.yaw, it.yaw) && meet(words.pitch, it.pitch)
      })
      expect({ looking: name, words: words !== undefined, hidden }).toEqual({
        looking: name,
        words: true,
        hidden: [],
      })
      const looked = all[controls.indexOf(name)]
      expect(Math.abs(middle(words?.yaw ?? []) - middle(looked?.yaw ?? []))).toBeLessThan(15)
    }
    await worn.turnHead(0)
  })

  it('lets voices come from their seats, and from the middle when asked', async () => {
    await soon(async () => (await voices()).panners.length).toBe(1)
    const { x, z } = await seat('Tove')
    const now = await voices()
    expect(now.muted).toEqual([true])
    expect(now.panners[0]?.model).toBe('HRTF')
    expect(now.panners[0]?.x).toBeCloseTo(x, 3)
    expect(now.panners[0]?.z).toBeCloseTo(z, 3)
    await worn.shoot('centre')
    await soon(async () => (await voices()).panners[0]).toEqual({ model: 'equalpower', x: 0, z: -1 })
    await worn.shoot('centre')
    await soon(async () => (await voices()).panners[0]?.model).toBe('HRTF')
  })

  it('mutes by a ray and by a bare hand', async () => {
    expect(await micIsOn()).toBe(true)
    await worn.shoot('mic')
    await soon(micIsOn).toBe(false)
    await wren.page.evaluate(() => {
      window.xrDevice.primaryInputMode = 'hand'
    })
    await soon(() =>
      wren.page.evaluate(
        () => [...(window.drawing.session()?.inputSources ?? [])].filter((s) => s.hand).length,
      ),
    ).toBe(2)
    await worn.pinchAt('mic')
    await soon(micIsOn).toBe(true)
  })

  it('sends where head and hands are, in at most 40 bytes, as one sits in one’s own seat', async () => {
    packets.length = 0
    await wren.page.evaluate(() => window.xrDevice.position.set(0.05, 1.25, -0.04))
    await soon(() => {
      const last = packets.at(-1)
      return last && decodePose(last.bytes)?.pose.head.position.map((v) => Math.round(v * 100) / 100)
    }).toEqual([0.05, 1.25, -0.04])
    expect(new Set(packets.map(({ from }) => from))).toEqual(new Set([ids.Wren]))
    expect(Math.max(...packets.map(({ bytes }) => bytes.length))).toBeLessThanOrEqual(40)
    expect(POSE_BYTES).toBeLessThanOrEqual(40)
    const last = decodePose(packets.at(-1)?.bytes ?? new Uint8Array())
    expect(last?.pose.left).toBeDefined()
    expect(last?.pose.right).toBeDefined()
    await wren.page.evaluate(() => window.xrDevice.position.set(0, 1.2, 0))
  })

  it('is out by holding two fingers together: quiet, unheard, unseen; and back by a press', async () => {
    await worn.pinch(1)
    await soon(() => isThere('holding')).toBe(true)
    await soon(() => isThere('calm')).toBe(true)
    await worn.pinch(0)
    await soon(micIsOn).toBe(false)
    expect(await isThere(`seat of ${ids.Tove}`)).toBe(false)
    await soon(async () => (await voices()).panners.length).toBe(0)
    expect((await voices()).muted).toEqual([true])
    packets.length = 0
    await worn.frames(10)
    expect(packets.length).toBeLessThanOrEqual(1)
    await worn.pinchAt('back')
    await soon(() => isThere(`seat of ${ids.Tove}`)).toBe(true)
    expect(await micIsOn()).toBe(false)
  })

  it('is out by B on a controller as well', async () => {
    await wren.page.evaluate(() => {
      window.xrDevice.primaryInputMode = 'controller'
    })
    await soon(() =>
      wren.page.evaluate(() => window.drawing.session()?.inputSources[0]?.hand === undefined),
    ).toBe(true)
    await worn.frames(3)
    await worn.button('b-button', 1)
    await soon(() => isThere('calm')).toBe(true)
    await worn.button('b-button', 0)
    await worn.shoot('back')
    await soon(() => isThere('calm')).toBe(false)
  })

  it('shows a light in the seat of who wears one too, and their name, in the place of their picture', async () => {
    const { x, z } = await seat('Marlow')
    await send(poseAt(0, 1.3, 0))
    await soon(lights).toHaveLength(1)
    await send(poseAt(0, 1.3, 0))
    await soon(async () => (await lights())[0]?.y).toBeCloseTo(1.3, 2)
    const [light] = await lights()
    expect(light?.x).toBeCloseTo(x, 2)
    expect(light?.z).toBeCloseTo(z, 2)
    expect(await isThere('name Marlow')).toBe(true)
  })

  it('keeps in their seat whoever sends that they are elsewhere, and reads nothing that is no pose', async () => {
    const { x, z } = await seat('Marlow')
    for (let i = 0; i < 4; i++) await send(poseAt(9, 9, -9))
    await soon(async () => {
      const [light] = await lights()
      return light && Math.hypot(light.x - x, light.z - z)
    }).toBeGreaterThan(0.4)
    const [light] = await lights()
    expect(Math.hypot((light?.x ?? 9) - x, (light?.z ?? 9) - z)).toBeLessThan(0.46)
    expect(light?.y).toBeLessThan(2.21)
    // gone when nothing that is a pose comes
    for (const bytes of [
      new Uint8Array(),
      new Uint8Array(16),
      new Uint8Array(38),
      new Uint8Array(900).fill(255),
    ])
      await send(bytes)
    await soon(lights).toHaveLength(0)
    await send(new Uint8Array(17).fill(255))
    await send(poseAt(0, 1.2, 0).slice(0, 16))
    await worn.frames(4)
    expect(await lights()).toEqual([])
  })

  it('takes no pose from an observer: the room’s server does not pass it on', async () => {
    await button(tove.page, /^Captions$/).click()
    await button(tove.page, 'People').click()
    await tove.page.getByLabel('Role of Marlow').selectOption('observer')
    await button(tove.page, 'Give Marlow this role').click()
    await tove.page.getByText('Marlow, listening').waitFor()
    await soon(lights).toHaveLength(0)
    await send(poseAt(0, 1.2, 0))?.catch(() => {})
    await worn.frames(6)
    expect(await lights()).toEqual([])
    await tove.page.getByLabel('Role of Marlow').selectOption('member')
    await button(tove.page, 'Give Marlow this role').click()
    await tove.page.getByText('Marlow, listening').waitFor({ state: 'detached' })
    await send(poseAt(0, 1.2, 0))
    await soon(lights).toHaveLength(1)
  })

  it('ended by its system, the page’s circle goes on, and voices sound as they did', async () => {
    await wren.page.evaluate(() => window.drawing.session()?.end())
    await button(wren.page, 'Enter the headset').waitFor()
    await soon(voices).toEqual({ muted: [false], panners: [] })
    await tile(wren.page, 'Tove').waitFor()
  })

  it('is entered again, and left by a press', async () => {
    await enterHeadset()
    await worn.shoot('leave')
    await button(wren.page, 'Enter the headset').waitFor()
    await soon(async () => (await voices()).muted).toEqual([false])
  })

  it('is entered also by whoever presses as soon as its sheet is there again', async () => {
    await button(wren.page, 'Not now').click()
    await button(wren.page, 'Devices').click()
    await button(wren.page, 'Sit in the circle with a headset').click()
    await enterHeadset()
    await wren.page.evaluate(() => window.drawing.session()?.end())
    await button(wren.page, 'Enter the headset').waitFor()
  })

  it('says so when the device takes its picture away, goes on on the page, and comes back', async () => {
    await enterHeadset()
    await wren.page.evaluate(() => {
      const lost = window.drawing.renderer()?.getContext().getExtension('WEBGL_lose_context')
      Object.assign(window, { lost })
      lost?.loseContext()
    })
    await wren.page.getByText('The device needed its picture memory for something else.').waitFor()
    await wren.page.waitForFunction(() => window.drawing.session() === undefined)
    await soon(voices).toEqual({ muted: [false], panners: [] })
    expect(await button(wren.page, 'Enter the headset').count()).toBe(0)
    await wren.page.evaluate(() => (window as unknown as { lost: WEBGL_lose_context }).lost.restoreContext())
    await button(wren.page, 'Enter the headset').waitFor()
    await wren.page
      .getByText('The device needed its picture memory for something else.')
      .waitFor({ state: 'detached' })
    await enterHeadset()
    await soon(() => isThere(`seat of ${ids.Tove}`)).toBe(true)
  })

  it('is drawn anew at a press, when the device does not give it back', async () => {
    await wren.page.evaluate(() =>
      window.drawing.renderer()?.getContext().getExtension('WEBGL_lose_context')?.loseContext(),
    )
    await wren.page.getByText('The device needed its picture memory for something else.').waitFor()
    await button(wren.page, 'Try again').click()
    await soon(() => isThere(`seat of ${ids.Tove}`)).toBe(true)
    await enterHeadset()
    await wren.page.evaluate(() => window.drawing.session()?.end())
    await button(wren.page, 'Enter the headset').waitFor()
  })

  it('draws a circle of fifteen in at most 100 calls for two eyes', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `Guest ${i + 1}`)
    for (const name of names) await joinAlone(name)
    await tile(wren.page, 'Guest 12').waitFor()
    await enterHeadset()
    await worn.frames(5)
    const drawn = await wren.page.evaluate(() => window.drawing.renderer()?.info.render.calls ?? 0)
    expect(drawn).toBeGreaterThan(20)
    expect(drawn).toBeLessThanOrEqual(100)
  })

  it('asks nothing of anybody else, and complains about nothing', () => {
    expect(said.outside.filter((url) => !url.startsWith(evening.service.url.replace('http', 'ws')))).toEqual(
      [],
    )
    expect(said.complaints.filter((text) => !LOST.test(text))).toEqual([])
  })
})
