const RADIUS = 15

/** Two circles, you and the other: from apart (1) to almost one (7). Decorative, its number is said beside it. */
export function Circles({ nearness }: { nearness: number }) {
  // from just touching to nearly on top of each other, in equal steps
  const apart = nearness === 1 ? 2 * RADIUS + 2 : 2 * RADIUS - ((nearness - 1) / 6) * (2 * RADIUS - 5)
  return (
    <svg viewBox="0 0 68 36" aria-hidden="true">
      <circle
        cx={34 - apart / 2}
        cy="18"
        r={RADIUS}
        fill="var(--ember-glow)"
        fillOpacity="0.35"
        stroke="var(--ember)"
        strokeWidth="2"
      />
      <circle
        cx={34 + apart / 2}
        cy="18"
        r={RADIUS}
        fill="var(--dusk)"
        fillOpacity="0.2"
        stroke="var(--dusk)"
        strokeWidth="2"
      />
    </svg>
  )
}

/** A face from very low (1) to very well (5). Decorative, its words are said beside it. */
export function Face({ mood }: { mood: number }) {
  const bend = (mood - 3) * 4.5
  const lids = mood === 1 ? 1.2 : 0
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true">
      <circle
        cx="20"
        cy="20"
        r="17"
        fill="var(--ember-glow)"
        fillOpacity={0.08 + mood * 0.08}
        stroke="currentColor"
        strokeWidth="2"
      />
      <g fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round">
        <path d={`M13 ${15 + lids}v${2.6 - lids}M27 ${15 + lids}v${2.6 - lids}`} />
        <path d={`M12 ${26 - bend / 3}Q20 ${26 + bend} 28 ${26 - bend / 3}`} />
      </g>
    </svg>
  )
}
