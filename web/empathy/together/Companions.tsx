import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo, useRef } from 'react'
import {
  AdditiveBlending,
  type BufferGeometry,
  CanvasTexture,
  CapsuleGeometry,
  Color,
  type InstancedMesh,
  Matrix4,
  MeshBasicMaterial,
  MeshLambertMaterial,
  PlaneGeometry,
  Quaternion,
  SphereGeometry,
  Vector3,
} from 'three'
import type { Part, Pose } from './pose.ts'
import type { SeatPlace } from './ring.ts'

/** The same three colours that tell people apart in captions, as lights. */
const LIGHTS = ['#f0a36b', '#9fc6ac', '#b4b9ee'] as const
/** Where somebody is thought to be who sends no pose: metres above the floor of their seat. */
const REST = 1.15
/** Nearer to one's eyes than the first a companion begins to fade, and is gone at the second. */
const FADES = 0.8
const GONE = 0.5
const MOST = 16

export type Companion = {
  identity: string
  seat: number
  place: SeatPlace
  /** where they are now; undefined for who is on a flat page */
  pose: (now: number) => Pose | undefined
}

type Props = { companions: readonly Companion[]; still: boolean }

const seatTurn = new Quaternion()
const turn = new Quaternion()
const spot = new Vector3()
const eyes = new Vector3()
const size = new Vector3()
const matrix = new Matrix4()
const UP = new Vector3(0, 1, 0)
const NOTHING = new Matrix4().makeScale(0, 0, 0)

/** A soft round light, drawn once. */
function glowTexture(): CanvasTexture {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 64
  const paint = canvas.getContext('2d')
  if (paint) {
    const light = paint.createRadialGradient(32, 32, 2, 32, 32, 32)
    light.addColorStop(0, 'rgb(255 255 255 / 0.9)')
    light.addColorStop(0.35, 'rgb(255 255 255 / 0.28)')
    light.addColorStop(1, 'rgb(255 255 255 / 0)')
    paint.fillStyle = light
    paint.fillRect(0, 0, 64, 64)
  }
  return new CanvasTexture(canvas)
}

/**
 * The others of a circle who are in the same scene: soft lights in their seats, with head and hands for who wears a
 * headset. Four draw calls for everybody.
 */
export function Companions({ companions, still }: Props) {
  const heads = useRef<InstancedMesh>(null)
  const glows = useRef<InstancedMesh>(null)
  const hands = useRef<InstancedMesh>(null)
  const made = useMemo(
    () => ({
      head: new SphereGeometry(0.1, 20, 14),
      hand: new CapsuleGeometry(0.028, 0.07, 4, 8) as BufferGeometry,
      glow: new PlaneGeometry(0.62, 0.62),
      solid: new MeshLambertMaterial({ emissive: '#3a2c22' }),
      light: new MeshBasicMaterial({
        map: glowTexture(),
        blending: AdditiveBlending,
        transparent: true,
        depthWrite: false,
        toneMapped: false,
      }),
    }),
    [],
  )
  useEffect(
    () => () => {
      made.light.map?.dispose()
      for (const one of Object.values(made)) one.dispose()
    },
    [made],
  )
  useEffect(() => {
    for (const [i, { seat }] of companions.entries()) {
      const colour = new Color(LIGHTS[seat % LIGHTS.length])
      heads.current?.setColorAt(i, colour)
      glows.current?.setColorAt(i, colour)
      hands.current?.setColorAt(2 * i, colour)
      hands.current?.setColorAt(2 * i + 1, colour)
    }
    for (const mesh of [heads.current, glows.current, hands.current])
      if (mesh?.instanceColor) mesh.instanceColor.needsUpdate = true
  }, [companions])

  useFrame(({ camera, clock }) => {
    const [h, g, k] = [heads.current, glows.current, hands.current]
    if (!h || !g || !k) return
    camera.getWorldPosition(eyes)
    const now = performance.now()
    let i = 0
    for (const { place, pose, seat } of companions) {
      seatTurn.setFromAxisAngle(UP, place.turn)
      const is = pose(now)
      if (is) inSeat(is.head, place)
      else {
        const breath = still ? 0 : Math.sin(clock.elapsedTime * 0.9 + seat) * 0.012
        spot.set(place.x, REST + breath, place.z)
        turn.copy(seatTurn)
      }
      const near = nearness(spot.distanceTo(eyes))
      matrix.compose(spot, turn, size.set(near, near * 1.18, near))
      h.setMatrixAt(i, matrix)
      matrix.compose(spot, camera.quaternion, size.setScalar(near))
      g.setMatrixAt(i, matrix)
      hand(k, 2 * i, is?.left, place)
      hand(k, 2 * i + 1, is?.right, place)
      i++
    }
    h.count = g.count = i
    k.count = 2 * i
    for (const mesh of [h, g, k]) mesh.instanceMatrix.needsUpdate = true
  })

  return (
    <group>
      <instancedMesh ref={heads} name="lights" args={[made.head, made.solid, MOST]} frustumCulled={false} />
      <instancedMesh ref={hands} args={[made.hand, made.solid, 2 * MOST]} frustumCulled={false} />
      <instancedMesh ref={glows} args={[made.glow, made.light, MOST]} frustumCulled={false} renderOrder={2} />
    </group>
  )
}

/** Writes a part's place and orientation in the room into `spot` and `turn`. */
function inSeat({ position, orientation }: Part, { x, z }: SeatPlace): void {
  spot.fromArray(position).applyQuaternion(seatTurn)
  spot.x += x
  spot.z += z
  turn.fromArray(orientation).premultiply(seatTurn)
}

function hand(mesh: InstancedMesh, i: number, part: Part | undefined, place: SeatPlace): void {
  if (!part) {
    mesh.setMatrixAt(i, NOTHING)
    return
  }
  inSeat(part, place)
  const near = nearness(spot.distanceTo(eyes))
  mesh.setMatrixAt(i, matrix.compose(spot, turn, size.setScalar(near)))
}

/** 1 far away, less the nearer something is to one's own eyes, 0 where it would be in one's face. */
const nearness = (metres: number): number => Math.min(Math.max((metres - GONE) / (FADES - GONE), 0.0001), 1)
