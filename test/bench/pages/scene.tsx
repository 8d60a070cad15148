import { Canvas, type RootState, useThree } from '@react-three/fiber'
import { useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { beginOf, moveTo } from '../../../scenes/kit/timeline.ts'
import type { Beat, Manifest, Moment, SceneComponent, SceneProps } from '../../../scenes/kit/types.ts'
import { luminance, nearestTo, placesIn, textureBytes, watchLights } from './measuring.ts'
import { samples } from './samples.tsx'

/** What is to be seen: a scene (or a sample of the kit), when, and where to look. */
export type Look = {
  scene: string
  /** seconds since the scene began, or into `beat` */
  t?: number
  beat?: string
  made?: Record<string, string>
  intensity?: 1 | 2 | 3
  still?: boolean
  contrast?: boolean
  /** degrees to the left, and up */
  yaw?: number
  pitch?: number
  /** degrees, from top to bottom */
  fov?: number
}

/** What the page offers to whoever drives it. */
export type Pictures = {
  /** what each mesh of the picture has, the heaviest first */
  heaviest: () => string[]
  /** draws it, and says what it took */
  show: (look: Look) => Promise<Cost>
  /** plays so many frames of what is shown, at 72 a second of the scene's time; milliseconds of script for each of them */
  play: (scene: string, count: number) => number[]
  /** how bright the whole picture is (relative luminance, 0 to 1) from there on, so many times, `every` seconds apart */
  brightness: (look: Look, count: number, every: number) => Promise<number[]>
  /**
   * what each lamp, and each mesh that is large to the eye, shines from there on, so many times, `every` seconds apart, as a
   * share of its most; only those that change. Nothing is drawn: a whole scene takes seconds
   */
  lights: (look: Look, count: number, every: number) => Promise<Record<string, number[]>>
  /** what is elsewhere by more than 2 mm each time one looks, from there on so many times, `every` seconds apart */
  restless: (look: Look, count: number, every: number) => Promise<string[]>
}

export type Cost = {
  calls: number
  triangles: number
  materials: number
  /** bytes, with their smaller copies */
  textures: number
  /** metres from the eyes */
  nearest: number
}
declare global {
  interface Window {
    pictures: Pictures
  }
}

const scenes = import.meta.glob<{ Scene: SceneComponent }>('../../../scenes/*/Scene.tsx')
const manifests = import.meta.glob<Record<string, Manifest>>('../../../scenes/*/manifest.ts', { eager: true })

const PIXEL = new Uint8Array(4)
const ANY: readonly Beat[] = [{ id: 'all', kind: 'world', seconds: 600 }]

const idOf = (path: string) => path.split('/').at(-2) ?? ''

const beatsOf = (id: string): readonly Beat[] =>
  Object.values(manifests[`../../../scenes/${id}/manifest.ts`] ?? {}).find((m) => m?.beats)?.beats ?? ANY

async function componentOf(id: string): Promise<SceneComponent> {
  const scene = scenes[`../../../scenes/${id}/Scene.tsx`]
  const component = scene ? (await scene()).Scene : samples[id]
  if (!component) {
    const there = [...Object.keys(scenes).map(idOf), ...Object.keys(samples)].join(', ')
    throw new Error(`no scene “${id}”; there are: ${there}`)
  }
  return component
}

/** Lets React and the browser do what waits. */
const breathe = () => new Promise((resolve) => setTimeout(resolve, 20))

function Eyes({ yaw = 0, pitch = -8, fov = 70 }: Look) {
  const camera = useThree((state) => state.camera)
  useEffect(() => {
    camera.position.set(0, 1.2, 0)
    camera.rotation.set((pitch * Math.PI) / 180, (yaw * Math.PI) / 180, 0, 'YXZ')
    if ('fov' in camera) camera.fov = fov
    camera.updateProjectionMatrix()
  }, [camera, yaw, pitch, fov])
  return null
}

/** Tells which look the scene has been given: what was chosen in it comes with React, after the picture that is there. */
function Mounted({ look, tell }: { look: Look; tell: (look: Look) => void }) {
  useEffect(() => tell(look), [look, tell])
  return null
}

function Stage() {
  const [shown, setShown] = useState<{
    look: Look
    Scene: SceneComponent
    props: Omit<SceneProps, 'moment'>
  }>()
  const moment = useRef<Moment>({ t: 0, beat: ANY[0] as Beat, into: 0, made: {}, intensity: 1, still: false })
  const root = useRef<RootState>(null)
  const mounted = useRef<Look>(undefined)
  const tell = useRef((look: Look) => {
    mounted.current = look
  })

  useEffect(() => {
    const draw = () => root.current?.advance(moment.current.t, true)
    window.pictures = {
      heaviest: () => {
        const list: [number, string][] = []
        root.current?.scene.traverseVisible((o) => {
          if ('geometry' in o && 'isMesh' in o)
            list.push([
              ((o.geometry as import('three').BufferGeometry).index?.count ?? 0) / 3,
              `${o.parent?.position.toArray().map((n) => n.toFixed(1))}`,
            ])
        })
        return list.sort((a, b) => b[0] - a[0]).map(([n, where]) => `${n} ${where}`)
      },
      show: async (look) => {
        const { scene: id, t = 0, beat, made = {}, intensity = 2, still = false, contrast = false } = look
        const beats = beatsOf(id)
        const Scene = await componentOf(id)
        Object.assign(moment.current, { made, intensity, still })
        moveTo(moment.current, beats, beat ? beginOf(beats, beat) + t : t)
        setShown({ look, Scene, props: { beat: moment.current.beat.id, made, intensity, still, contrast } })
        // nothing is drawn by itself: a picture of a scene takes this processor long
        while (mounted.current !== look || !root.current) await breathe()
        const { gl, scene } = root.current
        draw()
        await breathe()
        draw()
        const materials = new Set<unknown>()
        scene.traverseVisible(
          (o) => 'material' in o && [o.material].flat().forEach((m) => void materials.add(m)),
        )
        return {
          calls: gl.info.render.calls,
          triangles: gl.info.render.triangles,
          materials: materials.size,
          textures: textureBytes(materials),
          nearest: nearestTo(scene),
        }
      },
      play: (id, count) => {
        const beats = beatsOf(id)
        const begin = moment.current.t
        const times = new Float64Array(count)
        const context = root.current?.gl.getContext()
        for (let i = 0; i < count; i++) {
          moveTo(moment.current, beats, begin + i / 72)
          const started = performance.now()
          draw()
          times[i] = performance.now() - started
          // until it is drawn: the next frame would wait for the processor that draws, and count that as its own
          context?.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, PIXEL)
        }
        return Array.from(times)
      },
      brightness: async (look, count, every) => {
        await window.pictures.show(look)
        const beats = beatsOf(look.scene)
        const begin = moment.current.t
        const seen: number[] = []
        for (let i = 0; i < count; i++) {
          moveTo(moment.current, beats, begin + i * every)
          draw()
          // the picture is there until the browser takes it
          if (root.current) seen.push(luminance(root.current.gl))
        }
        return seen
      },
      lights: async (look, count, every) => {
        await window.pictures.show(look)
        const beats = beatsOf(look.scene)
        const begin = moment.current.t
        const { gl, scene } = root.current as RootState
        const watch = watchLights(scene)
        const { render } = gl
        gl.render = () => {}
        try {
          for (let i = 0; i < count; i++) {
            moveTo(moment.current, beats, begin + i * every)
            draw()
            watch.read()
          }
        } finally {
          gl.render = render
        }
        return watch.rows()
      },
      restless: async (look, count, every) => {
        await window.pictures.show(look)
        const { scene } = root.current as RootState
        const begin = moment.current.t
        const moved = new Map<string, number>()
        let before = placesIn(scene)
        for (let i = 1; i <= count; i++) {
          moveTo(moment.current, beatsOf(look.scene), begin + i * every)
          draw()
          const now = placesIn(scene)
          for (const [name, place] of now)
            if ((before.get(name)?.distanceTo(place) ?? 0) > 0.002)
              moved.set(name, (moved.get(name) ?? 0) + 1)
          before = now
        }
        return [...moved].flatMap(([name, times]) => (times === count ? [name] : []))
      },
    }
  }, [])

  if (!shown) return null
  const { look, Scene, props } = shown
  return (
    <Canvas
      camera={{ near: 0.05, far: 80 }}
      frameloop="never"
      onCreated={(state) => {
        root.current = state
      }}
    >
      <Eyes {...look} />
      <Scene key={look.scene} moment={moment} {...props} />
      <Mounted look={look} tell={tell.current} />
    </Canvas>
  )
}

createRoot(document.getElementById('app') as HTMLElement).render(<Stage />)
