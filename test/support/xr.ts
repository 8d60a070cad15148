import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import type { XRDevice } from 'iwer'
import type { BrowserContext, Page } from 'playwright-core'
import type { Object3D, Scene, WebGLRenderer } from 'three'
import { build } from 'vite'
import { emptyEmulator } from '../../web/emptyEmulator.ts'
import ours from '../../web/vite.config.ts'
import { asReleased } from './build.ts'
import type { StageHook } from './stagePage/main.tsx'

declare global {
  interface Window {
    xrDevice: XRDevice
    stage: StageHook
    drawing: Drawing
  }
}

/** What three draws in a page, whoever made it: it tells of each scene and renderer, for developers' tools. */
export type Drawing = {
  /** the newest of this name that is drawn */
  find: (name: string) => Object3D | undefined
  all: (name: string) => Object3D[]
  renderer: () => WebGLRenderer | undefined
  session: () => XRSession | undefined
}

/** From its next load on, every page of a context keeps account of what is drawn in it. */
export async function watchDrawing(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const scenes: Scene[] = []
    const renderers: WebGLRenderer[] = []
    const tools = new EventTarget()
    tools.addEventListener('observe', (event) => {
      const made = (event as CustomEvent<Scene | WebGLRenderer>).detail
      if ('isScene' in made) scenes.unshift(made)
      else renderers.unshift(made as WebGLRenderer)
    })
    Object.assign(window, { __THREE_DEVTOOLS__: tools })
    const all = (name: string) => {
      const found: Object3D[] = []
      for (const scene of scenes)
        scene.traverseVisible((object) => void (object.name === name && found.push(object)))
      return found
    }
    window.drawing = {
      all,
      find: (name) => all(name)[0],
      renderer: () => renderers[0],
      // what is done with has been taken apart
      session: () => renderers.find(({ xr }) => xr?.getSession())?.xr.getSession() ?? undefined,
    }
  })
}

/** Chromium’s flags for 3D without a graphics card. */
export const DRAWING = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist']

/** Puts an emulated Quest 3 into every page of a context, its wearer seated; Chromium’s own WebXR has no headset here. */
export async function addHeadset(context: BrowserContext): Promise<void> {
  await watchDrawing(context)
  await context.addInitScript({
    path: fileURLToPath(new URL('../../node_modules/iwer/build/iwer.min.js', import.meta.url)),
  })
  await context.addInitScript(() => {
    const { XRDevice: Device, metaQuest3 } = (window as unknown as { IWER: typeof import('iwer') }).IWER
    // both eyes: halves what each of them is wide, and is what a headset does
    const device = new Device(metaQuest3, { stereoEnabled: true })
    device.installRuntime({ forceInstall: true })
    device.position.set(0, 1.2, 0)
    window.xrDevice = device
  })
}

/** What the browser itself says, which is no fault of a page: from xr.md, sections 3.1 and 4. */
const KNOWN = [
  /THREE\.Clock.*deprecated/,
  /GPU stall due to ReadPixels/,
  /Automatic fallback to software WebGL/,
]

/** Writes down errors and warnings of a page, and everything it asks of another host. */
export function listen(page: Page, base: string) {
  const complaints: string[] = []
  const outside: string[] = []
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return
    if (!KNOWN.some((known) => known.test(message.text()))) complaints.push(message.text())
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!/^(data|blob):/.test(url) && !url.startsWith(base)) outside.push(url)
  })
  return { complaints, outside }
}

const TYPES: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

/** Builds the page with the stage and a small scene, as the client is built, and serves it on loopback. */
export async function serveStage() {
  const root = fileURLToPath(new URL('stagePage', import.meta.url))
  const publicDir = fileURLToPath(new URL('../../web/public', import.meta.url))
  const output = await asReleased(() =>
    build({
      root,
      publicDir: false,
      configFile: false,
      logLevel: 'error',
      plugins: [lingui({ macroTransform: true, failOnMissing: true }), react(), emptyEmulator()],
      build: { ...ours.build, write: false, rolldownOptions: { input: `${root}/stage.html` } },
    }),
  )
  const files = new Map(output.map((file) => [`/${file.fileName}`, 'code' in file ? file.code : file.source]))
  for (const name of ['/favicon.svg', '/xr-profiles/profilesList.json', '/xr-profiles/standard/profile.json'])
    files.set(name, readFileSync(`${publicDir}${name}`))
  const server = createServer((req, res) => {
    const path = new URL(req.url ?? '/', 'http://x').pathname
    const file = files.get(path)
    if (file === undefined) return void res.writeHead(404).end()
    res.setHeader('content-type', TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
    // the policy of the real pages
    res.setHeader(
      'content-security-policy',
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data: blob:; worker-src 'self' blob:",
    )
    res.setHeader('cross-origin-opener-policy', 'same-origin')
    res.setHeader('cross-origin-embedder-policy', 'require-corp')
    res.end(file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://localhost:${(server.address() as AddressInfo).port}`
  return { base, address: `${base}/stage.html`, output, close: () => void server.close() }
}

/** So many frames of the headset; fewer when its session ends meanwhile, since then there are no more. */
const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (left) => {
    const session = window.drawing.session()
    if (!session) return
    const ended = new Promise<void>((resolve) =>
      session.addEventListener('end', () => resolve(), { once: true }),
    )
    for (let i = 0; i < left; i++)
      await Promise.race([
        ended,
        new Promise<void>((resolve) => session.requestAnimationFrame(() => resolve())),
      ])
  }, count)

/** What a wearer does in an emulated headset; each waits for the frames that see it. */
export const wearer = (page: Page) => {
  const aim = async (by: 'controllers' | 'hands', name: string) => {
    await page.waitForFunction((wanted) => window.drawing.find(wanted), name)
    // panels come to rest first
    await frames(page, 3)
    await page.evaluate(
      ([kind, wanted]) => {
        const found = window.drawing.find(wanted)
        if (!found) throw new Error(`no “${wanted}”`)
        const [x = 0, y = 0, z = 0] = found.matrixWorld.elements.slice(12, 15)
        const source = window.xrDevice[kind].right
        if (!source) throw new Error('no right hand')
        const from = { x: 0.18, y: 1.0, z: -0.1 }
        source.position.set(from.x, from.y, from.z)
        // the shortest turn from straight ahead (−z) to there
        const away = Math.hypot(x - from.x, y - from.y, z - from.z)
        const to = { x: (x - from.x) / away, y: (y - from.y) / away, z: (z - from.z) / away }
        const q = { x: to.y, y: -to.x, z: 0, w: 1 - to.z }
        const length = Math.hypot(q.x, q.y, q.w)
        source.quaternion.set(q.x / length, q.y / length, 0, q.w / length)
      },
      [by, name] as const,
    )
    await frames(page, 3)
  }
  const trigger = (value: number) =>
    page.evaluate((v) => window.xrDevice.controllers.right?.updateButtonValue('trigger', v), value)
  const pinch = (value: number) =>
    page.evaluate((v) => window.xrDevice.hands.right?.updatePinchValue(v), value)
  return {
    frames: (count: number) => frames(page, count),
    /** points with the right controller and pulls its trigger */
    async shoot(name: string) {
      await aim('controllers', name)
      await trigger(1)
      await frames(page, 3)
      await trigger(0)
      await frames(page, 3)
    },
    /** points with the bare right hand and pinches */
    async pinchAt(name: string) {
      await aim('hands', name)
      // within the page, and no longer than one frame: on a slow machine it would be a hold
      await page.evaluate(async () => {
        const session = window.drawing.session()
        window.xrDevice.hands.right?.updatePinchValue(1)
        await new Promise<void>((resolve) => session?.requestAnimationFrame(() => resolve()) ?? resolve())
        window.xrDevice.hands.right?.updatePinchValue(0)
      })
      await frames(page, 3)
    },
    pinch,
    button: (id: string, value: number) =>
      page.evaluate(([b, v]) => window.xrDevice.controllers.right?.updateButtonValue(b, v), [
        id,
        value,
      ] as const),
    /** degrees to the left and up */
    turnHead: (yaw: number, pitch = 0) =>
      page.evaluate(
        ([y, p]) => {
          const [cy, sy] = [Math.cos((y * Math.PI) / 360), Math.sin((y * Math.PI) / 360)]
          const [cp, sp] = [Math.cos((p * Math.PI) / 360), Math.sin((p * Math.PI) / 360)]
          window.xrDevice.quaternion.set(cy * sp, sy * cp, -sy * sp, cy * cp)
        },
        [yaw, pitch] as const,
      ),
  }
}
