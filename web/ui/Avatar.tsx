const COLOURS = [
  ['#7a4a3a', '#e6b99a'],
  ['#3f5d6b', '#b9d2dc'],
  ['#5a5339', '#dcd3a5'],
  ['#4b3f5f', '#cfc0e2'],
  ['#31544a', '#a9d3c2'],
  ['#6b4457', '#e2b6cb'],
  ['#374a63', '#b4c7e2'],
  ['#5e4632', '#dfc2a4'],
] as const

/** A calm generated picture of hills and a light, always the same for a seed. Decorative: the name stands beside it. */
export function Avatar({ seed, className }: { seed: string; className?: string }) {
  const n = [...seed].map((c) => c.charCodeAt(0))
  const pick = (i: number, range: number) =>
    ((n[i % n.length] ?? 0) * 7 + (n[(i + 3) % n.length] ?? 0) * 13) % range
  const [dark, light] = COLOURS[pick(0, COLOURS.length)] ?? COLOURS[0]
  const sun = { x: 22 + pick(1, 56), y: 20 + pick(2, 22), r: 9 + pick(4, 7) }
  const hill = (base: number, i: number) => {
    const y = (k: number) => base + pick(i + k, 16) - 8
    return `M0 ${y(0)} C 25 ${y(1)}, 30 ${y(2)}, 50 ${y(3)} S 80 ${y(4)}, 100 ${y(5)} V100 H0Z`
  }
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="xMidYMid slice" aria-hidden="true" className={className}>
      <rect width="100" height="100" fill={dark} />
      <circle cx={sun.x} cy={sun.y} r={sun.r} fill={light} />
      <path d={hill(58, 5)} fill={light} opacity="0.35" />
      <path d={hill(72, 9)} fill={light} opacity="0.6" />
      <path d={hill(86, 13)} fill={light} />
    </svg>
  )
}
