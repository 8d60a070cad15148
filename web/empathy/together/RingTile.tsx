import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo, useRef, useState } from 'react'
import { CanvasTexture, Shape, ShapeGeometry, SRGBColorSpace, VideoTexture } from 'three'
import type { PersonInRoom } from '../../room/people.ts'
import type { Room } from '../../room/room.ts'
import { Nameplate } from './Nameplate.tsx'
import { facing, type SeatPlace } from './ring.ts'

/** The picture's edge in metres, and the height of its middle: eye to eye with who sits. */
const EDGE = 0.62
const HIGH = 1.18
const ROUND = 0.16

/** A square with round corners, with the picture cut to its middle. */
function tileGeometry(): ShapeGeometry {
  const h = EDGE / 2
  const shape = new Shape()
  shape.moveTo(-h + ROUND, -h)
  shape.lineTo(h - ROUND, -h).absarc(h - ROUND, -h + ROUND, ROUND, -Math.PI / 2, 0, false)
  shape.lineTo(h, h - ROUND).absarc(h - ROUND, h - ROUND, ROUND, 0, Math.PI / 2, false)
  shape.lineTo(-h + ROUND, h).absarc(-h + ROUND, h - ROUND, ROUND, Math.PI / 2, Math.PI, false)
  shape.lineTo(-h, -h + ROUND).absarc(-h + ROUND, -h + ROUND, ROUND, Math.PI, 1.5 * Math.PI, false)
  const geometry = new ShapeGeometry(shape, 10)
  const at = geometry.attributes.position
  const uv = geometry.attributes.uv
  if (at && uv)
    for (let i = 0; i < at.count; i++) uv.setXY(i, at.getX(i) / EDGE + 0.5, at.getY(i) / EDGE + 0.5)
  return geometry
}

/** Calm hills for who shows no camera: one picture for each pseudonym, as on the flat page. */
function hills(seed: string): CanvasTexture {
  const n = [...seed].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) >>> 0, 7)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 128
  const paint = canvas.getContext('2d')
  if (paint) {
    const hue = n % 360
    paint.fillStyle = `hsl(${hue} 28% 30%)`
    paint.fillRect(0, 0, 128, 128)
    paint.fillStyle = `hsl(${hue} 42% 78%)`
    paint.beginPath()
    paint.arc(34 + (n % 60), 34 + (n % 17), 14, 0, 2 * Math.PI)
    paint.fill()
    for (const [layer, alpha] of [
      [70, 0.35],
      [88, 0.6],
      [106, 1],
    ] as const) {
      paint.globalAlpha = alpha
      paint.beginPath()
      paint.moveTo(0, layer)
      for (let x = 0; x <= 128; x += 8) paint.lineTo(x, layer + Math.sin((x + n + layer) / 19) * 7)
      paint.lineTo(128, 128)
      paint.lineTo(0, 128)
      paint.fill()
    }
  }
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  return texture
}

/** Somebody's camera as a texture, cut to a square; undefined while no picture comes. */
function useCamera(room: Room, identity: string, shown: boolean): VideoTexture | undefined {
  const [texture, setTexture] = useState<VideoTexture>()
  useEffect(() => {
    if (!shown) return
    const video = document.createElement('video')
    video.muted = true
    video.playsInline = true
    // pictures of who is not seen are not sent: the client asks whether the element is within the window, and how large
    Object.assign(video.style, {
      position: 'fixed',
      inset: '0 auto auto 0',
      width: '360px',
      height: '360px',
      opacity: '0',
      pointerEvents: 'none',
      zIndex: '-1',
    })
    video.ariaHidden = 'true'
    document.body.append(video)
    const end = room.actions.showVideo(identity, 'camera', video)
    const made = new VideoTexture(video)
    made.colorSpace = SRGBColorSpace
    const cut = () => {
      const { videoWidth: w, videoHeight: h } = video
      if (w === 0 || h === 0) return
      made.repeat.set(Math.min(1, h / w), Math.min(1, w / h))
      made.offset.set((1 - made.repeat.x) / 2, (1 - made.repeat.y) / 2)
      setTexture(made)
    }
    video.addEventListener('resize', cut)
    video.addEventListener('loadeddata', cut)
    return () => {
      end()
      video.remove()
      made.dispose()
      setTexture(undefined)
    }
  }, [room, identity, shown])
  const drawn = useRef(0)
  useFrame(({ gl }) => {
    // while a headset shows its own frames, the page may not be told of a video's
    const video = gl.xr.isPresenting && texture?.image
    if (!video || !texture || video.currentTime === drawn.current) return
    drawn.current = video.currentTime
    texture.needsUpdate = true
  })
  return texture
}

type Props = { person: PersonInRoom; place: SeatPlace; room: Room; pictures: boolean }

/** Panels turn so far from the hearth to who looks at them: those beside one would be seen from their edge otherwise. */
const TO_VIEWER = 0.75
/** As large at this many metres as they are; further away they grow, as far as neighbours leave room. */
const AS_IT_IS = 3
const LARGEST = 1.45
/** A name's plate at one metre: its letters are a good degree of arc high. And as wide as neighbours leave room. */
const PLATE = 0.032
const WIDEST = 1.1

/** Somebody in the ring: their camera or their hills as a panel in their seat, with their name. */
export function RingTile({ person, place, room, pictures }: Props) {
  const geometry = useMemo(tileGeometry, [])
  const camera = useCamera(room, person.identity, pictures && person.pictured)
  const calm = useMemo(() => hills(person.avatar), [person.avatar])
  useEffect(() => () => calm.dispose(), [calm])
  useEffect(() => () => geometry.dispose(), [geometry])
  const away = Math.hypot(place.x, place.z)
  const scale = Math.min(Math.max(away / AS_IT_IS, 1), LARGEST)
  return (
    <group
      name={`seat of ${person.identity}`}
      position={[place.x, HIGH, place.z]}
      rotation={[0, facing(place, TO_VIEWER), 0]}
    >
      <group scale={scale}>
        {person.speaking && (
          <mesh geometry={geometry} position={[0, 0, -0.012]} scale={1.07}>
            <meshBasicMaterial color="#f0a36b" toneMapped={false} />
          </mesh>
        )}
        <mesh name="picture" geometry={geometry}>
          <meshBasicMaterial key={camera?.uuid ?? 'calm'} map={camera ?? calm} toneMapped={false} />
        </mesh>
      </group>
      <SeatName person={person} away={away} y={(-EDGE / 2) * scale} />
    </group>
  )
}

/** Somebody's name in their seat, as large to the eye wherever they sit. */
export function SeatName({ person, away, y }: { person: PersonInRoom; away: number; y: number }) {
  return (
    <Nameplate
      text={person.pseudonym}
      height={PLATE * Math.max(away, 1.8)}
      widest={WIDEST}
      position={[0, y, 0.014]}
      lit={person.speaking}
    />
  )
}
