export const degrees = (n: number): number => (n * Math.PI) / 180

/** The same angle between −π and π. */
export const turned = (angle: number): number => {
  const rest = (angle + Math.PI) % (2 * Math.PI)
  return (rest < 0 ? rest + 2 * Math.PI : rest) - Math.PI
}

export const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value))
