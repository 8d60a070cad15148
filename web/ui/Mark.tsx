/** The sign of the house: seats in a ring around a light. Decorative, the name stands beside it. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <circle cx="16" cy="16" r="4.5" fill="var(--ember-glow)" />
      {[0, 60, 120, 180, 240, 300].map((angle) => (
        <rect
          key={angle}
          x="12.9"
          y="1.5"
          width="6.2"
          height="6.2"
          rx="2.2"
          fill="var(--ember)"
          transform={`rotate(${angle} 16 16)`}
        />
      ))}
    </svg>
  )
}
