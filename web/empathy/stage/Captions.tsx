import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo, useRef } from 'react'
import type { Mesh, Object3D } from 'three'
import type { Language, Moment, Place, Script } from '../../../scenes/kit/types.ts'
import { degrees } from './angles.ts'
import { type Caption, createCaptionReader, nextOf } from './captionReader.ts'
import { CAPTION, drawCaption, drawHistory, HISTORY } from './captionSheet.ts'
import { createFollow, type Follow, follow, type Leash, UPWARDS, WITH_HEAD } from './follow.ts'
import type { Head } from './head.ts'
import { InFront } from './InFront.tsx'
import { ORDER } from './order.ts'
import { paletteOf } from './palette.ts'
import { wayTo } from './pointing.ts'
import type { StageSettings } from './settings.ts'
import { createSheet } from './sheet.ts'

/** Below where one looks, so that faces stay free. */
const BELOW = degrees(-13.5)
const LAZY: Leash = { slack: degrees(1.5), nods: UPWARDS }
const LOCKED: Leash = { slack: 0, nods: WITH_HEAD, lag: 0 }

type Props = {
  script: Script
  language: Language
  moment: { readonly current: Moment }
  /** what somebody says now, the same object as long as it is the same */
  live: (() => Caption | undefined) | undefined
  head: Head
  settings: StageSettings
}

/** Captions in the headset. Words are painted when they change; in between a frame only moves the sheet. */
export function Captions({ script, language, moment, live, head, settings }: Props) {
  const { captions: where, contrast } = settings
  const sheet = useMemo(() => createSheet(CAPTION.width, CAPTION.height), [])
  useEffect(() => () => sheet.close(), [sheet])
  const scripted = useMemo(() => createCaptionReader(script, language), [script, language])
  const read = useMemo(() => (now: Moment) => nextOf(scripted(now), live?.()), [scripted, live])
  const holder = useRef<Object3D>(null)
  const at = useRef<Follow>(createFollow())
  const shown = useRef<{ caption: Caption | undefined; way: 'left' | 'right' | undefined }>({
    caption: undefined,
    way: undefined,
  })
  // painted anew in other colours
  // biome-ignore lint/correctness/useExhaustiveDependencies: only on a change of these
  useEffect(() => {
    shown.current.caption = undefined
  }, [contrast, read])

  useFrame((_state, delta) => {
    const object = holder.current
    if (!object) return
    const caption = read(moment.current)
    object.visible = caption !== undefined
    if (!caption) return
    const way = caption.at && wayTo(head, caption.at)
    const last = shown.current
    if (caption !== last.caption || way !== last.way) {
      last.caption = caption
      last.way = way
      sheet.paint((ink) => drawCaption(ink, caption, way, paletteOf(contrast)))
      object.userData.text = caption.text
    }
    follow(at.current, head, delta, where === 'locked' ? LOCKED : LAZY)
    if (where === 'speaker' && caption.at && !way) beside(object, head, caption.at)
    else before(object, at.current)
  })

  return (
    <>
      <object3D ref={holder} name="caption" visible={false}>
        <mesh
          material={sheet.material}
          renderOrder={ORDER.panel}
          // the words stand on the sheet’s lower edge: so the middle of a usual caption is where it should be
          position={[0, 0.05, 0]}
        >
          <planeGeometry args={[CAPTION.width, CAPTION.height]} />
        </mesh>
      </object3D>
      {where === 'history' && <History read={read} moment={moment} head={head} contrast={contrast} />}
    </>
  )
}

/** Below the middle of the view, facing it. */
function before(object: Object3D, at: Follow): void {
  const rise = at.pitch + BELOW
  const flat = Math.cos(rise) * CAPTION.away
  object.position.set(
    at.x - Math.sin(at.yaw) * flat,
    at.y + Math.sin(rise) * CAPTION.away,
    at.z - Math.cos(at.yaw) * flat,
  )
  object.rotation.set(rise, at.yaw, 0, 'YXZ')
  object.scale.setScalar(1)
}

/** At the speaker, a little below their face, as large to the eye as anywhere. */
function beside(object: Object3D, head: Head, [x, y, z]: Place): void {
  const dx = x - head.x
  const dz = z - head.z
  const away = Math.max(0.3, Math.hypot(dx, dz))
  const kept = Math.min(3, Math.max(1, away - 0.25))
  const k = kept / away
  const rise = Math.atan2(y - 0.32 - head.y, away)
  object.position.set(head.x + dx * k, head.y + Math.tan(rise) * kept, head.z + dz * k)
  object.rotation.set(rise, Math.atan2(-dx, -dz), 0, 'YXZ')
  object.scale.setScalar(kept / CAPTION.away)
}

type HistoryProps = {
  read: (moment: Moment) => Caption | undefined
  moment: { readonly current: Moment }
  head: Head
  contrast: boolean
}

/** What was said last, beside the view: there when one turns to it. */
function History({ read, moment, head, contrast }: HistoryProps) {
  const sheet = useMemo(() => createSheet(HISTORY.width, HISTORY.height), [])
  useEffect(() => () => sheet.close(), [sheet])
  const said = useRef<Caption[]>([])
  const mesh = useRef<Mesh>(null)
  useFrame(() => {
    const caption = read(moment.current)
    if (!caption || caption === said.current.at(-1)) return
    said.current = [...said.current, caption].slice(-HISTORY.lines)
    sheet.paint((ink) => drawHistory(ink, said.current, paletteOf(contrast)))
    if (mesh.current) mesh.current.visible = true
  })
  return (
    <InFront head={head} yaw={degrees(-36)} pitch={degrees(8)} away={CAPTION.away} slack={degrees(40)}>
      <mesh ref={mesh} name="history" material={sheet.material} renderOrder={ORDER.panel} visible={false}>
        <planeGeometry args={[HISTORY.width, HISTORY.height]} />
      </mesh>
    </InFront>
  )
}
