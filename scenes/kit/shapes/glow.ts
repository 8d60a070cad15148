import { BufferGeometry, Color, Float32BufferAttribute } from 'three'
import type { Shape } from './paint.ts'

/**
 * A soft round light of `radius` metres that stands on edge, seen from both sides: bright in the middle and nothing at the
 * rim. For the `haze` material; turned flat, it is a pool of light on a table.
 */
export function glow(radius: number, colour: string, { around = 32, flat = false } = {}): Shape {
  const RINGS = 8
  const positions = [0, 0, 0]
  const colours: number[] = []
  const index: number[] = []
  const hue = new Color(colour)
  colours.push(hue.r, hue.g, hue.b)
  for (let ring = 1; ring <= RINGS; ring++) {
    const r = ring / RINGS
    const light = (1 - r) ** 3 * (1 + r)
    for (let i = 0; i < around; i++) {
      const a = (i / around) * Math.PI * 2
      const [x, y] = [Math.cos(a) * r * radius, Math.sin(a) * r * radius]
      positions.push(x, flat ? 0 : y, flat ? -y : 0)
      colours.push(hue.r * light, hue.g * light, hue.b * light)
      const [here, next] = [1 + (ring - 1) * around + i, 1 + (ring - 1) * around + ((i + 1) % around)]
      if (ring === 1) index.push(0, here, next)
      else index.push(here - around, here, next, here - around, next, next - around)
    }
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new Float32BufferAttribute(positions, 3))
  geometry.setAttribute(
    'normal',
    new Float32BufferAttribute(
      positions.map((_, i) => (i % 3 === (flat ? 1 : 2) ? 1 : 0)),
      3,
    ),
  )
  geometry.setAttribute('color', new Float32BufferAttribute(colours, 3))
  geometry.setIndex(index)
  return geometry
}

/** The shadow of something round that moves, as a dark stain; for the `staining` material. */
export function stain(radius: number, dark = 0.5, around = 24): Shape {
  const geometry = glow(radius, '#ffffff', { around, flat: true })
  const light = geometry.getAttribute('color')
  const alpha = new Float32Array(light.count * 4)
  for (let i = 0; i < light.count; i++) alpha.set([0.08, 0.04, 0.02, light.getX(i) * dark], i * 4)
  geometry.setAttribute('color', new Float32BufferAttribute(alpha, 4))
  return geometry
}
