/** Position in metres and orientation as a unit quaternion (x, y, z, w), in the sender's own seat: its middle on the floor, −z towards the hearth. */
export type Part = {
  position: [x: number, y: number, z: number]
  orientation: [x: number, y: number, z: number, w: number]
}

/** Where somebody's head is, and their hands as far as they are tracked. */
export type Pose = { head: Part; left: Part | undefined; right: Part | undefined }

/** A pose as it was sent: `at` in milliseconds of the sender's clock, modulo 2³². */
export type SentPose = { sequence: number; at: number; pose: Pose }

const HEAD_BYTES = 7
const PART_BYTES = 10
const LEFT = 1
const RIGHT = 2
/** The longest pose: two bytes of sequence, four of time, one of what follows, and ten for each of three parts. */
export const POSE_BYTES = HEAD_BYTES + 3 * PART_BYTES

/** Of a unit quaternion the three smallest components are at most this; the fourth follows from them. */
const MOST = Math.SQRT1_2
const STEPS = 1023

function packOrientation(q: readonly number[]): number {
  let largest = 0
  for (let i = 1; i < 4; i++) if (Math.abs(q[i] ?? 0) > Math.abs(q[largest] ?? 0)) largest = i
  const sign = (q[largest] ?? 1) < 0 ? -1 : 1
  let packed = largest
  for (let i = 0; i < 4; i++) {
    if (i === largest) continue
    const value = Math.min(Math.max(sign * (q[i] ?? 0), -MOST), MOST)
    packed = packed * 1024 + Math.round(((value + MOST) / (2 * MOST)) * STEPS)
  }
  return packed >>> 0
}

function unpackOrientation(packed: number): Part['orientation'] {
  const largest = Math.floor(packed / 2 ** 30) & 3
  const small = [20, 10, 0].map(
    (shift) => ((Math.floor(packed / 2 ** shift) & STEPS) / STEPS) * 2 * MOST - MOST,
  )
  const rest = Math.sqrt(Math.max(0, 1 - small.reduce((sum, v) => sum + v * v, 0)))
  const q = [...small.slice(0, largest), rest, ...small.slice(largest)]
  return [q[0] ?? 0, q[1] ?? 0, q[2] ?? 0, q[3] ?? 1]
}

const millimetres = (metres: number) => Math.min(Math.max(Math.round(metres * 1000), -32768), 32767)

/** At most {@link POSE_BYTES} bytes: positions to the millimetre, orientations to about a fifth of a degree. */
export function encodePose({ sequence, at, pose }: SentPose): Uint8Array<ArrayBuffer> {
  const parts = [pose.head, pose.left, pose.right].filter((part) => part !== undefined)
  const bytes = new Uint8Array(HEAD_BYTES + parts.length * PART_BYTES)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, sequence & 0xffff)
  view.setUint32(2, at >>> 0)
  view.setUint8(6, (pose.left ? LEFT : 0) | (pose.right ? RIGHT : 0))
  for (const [i, { position, orientation }] of parts.entries()) {
    const from = HEAD_BYTES + i * PART_BYTES
    for (const [axis, metres] of position.entries()) view.setInt16(from + 2 * axis, millimetres(metres))
    view.setUint32(from + 6, packOrientation(orientation))
  }
  return bytes
}

/** A pose as it came in; undefined when it is none. */
export function decodePose(bytes: Uint8Array): SentPose | undefined {
  if (bytes.length < HEAD_BYTES + PART_BYTES || bytes.length > POSE_BYTES) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const flags = view.getUint8(6)
  if (flags > (LEFT | RIGHT)) return undefined
  const count = 1 + Number((flags & LEFT) !== 0) + Number((flags & RIGHT) !== 0)
  if (bytes.length !== HEAD_BYTES + count * PART_BYTES) return undefined
  let next = HEAD_BYTES
  const part = (): Part => {
    const axis = (i: number) => view.getInt16(next + 2 * i) / 1000
    const read: Part = {
      position: [axis(0), axis(1), axis(2)],
      orientation: unpackOrientation(view.getUint32(next + 6)),
    }
    next += PART_BYTES
    return read
  }
  const head = part()
  const left = flags & LEFT ? part() : undefined
  const right = flags & RIGHT ? part() : undefined
  return { sequence: view.getUint16(0), at: view.getUint32(2), pose: { head, left, right } }
}

// --- a seat's own space

/** Nobody is shown further from the middle of their seat than this, whatever they send. Metres. */
const SEAT_RADIUS = 0.45
/** As far as hands reach from there: two neighbours, 1.25 m apart, never touch. */
const REACH = 0.6
const LOWEST_HEAD = 0.5
const HIGHEST_HEAD = 2.2

function pulledIn([x, y, z]: Part['position'], radius: number, low: number, high: number): Part['position'] {
  const far = Math.hypot(x, z)
  const scale = far > radius ? radius / far : 1
  return [x * scale, Math.min(Math.max(y, low), high), z * scale]
}

/** The pose as others see it: within its own seat. Every receiver does this itself, and trusts no sender. */
export function keptInSeat({ head, left, right }: Pose): Pose {
  const hand = (part: Part | undefined): Part | undefined =>
    part && { ...part, position: pulledIn(part.position, REACH, 0.2, HIGHEST_HEAD) }
  return {
    head: { ...head, position: pulledIn(head.position, SEAT_RADIUS, LOWEST_HEAD, HIGHEST_HEAD) },
    left: hand(left),
    right: hand(right),
  }
}
