/** What a model runs on: the processor, or the graphics processor. */
export type Backend = 'wasm' | 'webgpu'

/** How long a model took for a piece of sound, and what it wrote. */
export type Measured = { ms: number; tokens: readonly number[] }

/** The faster one. The graphics processor has to write the very same: some drivers compute wrongly. */
export function better(wasm: Measured, webgpu: Measured | undefined): Backend {
  const same = webgpu !== undefined && webgpu.tokens.join() === wasm.tokens.join()
  return same && webgpu.ms < wasm.ms ? 'webgpu' : 'wasm'
}

const RATE = 16_000

/** One second of something like a vowel that rises: harmonics of 120 … 160 Hz under two formants. */
export function testSound(): Float32Array {
  const sound = new Float32Array(RATE)
  let phase = 0
  for (let i = 0; i < RATE; i++) {
    const pitch = 120 + (40 * i) / RATE
    phase += (2 * Math.PI * pitch) / RATE
    let sum = 0
    for (let n = 1; n <= 24; n++) {
      const near = (formant: number) => Math.exp(-(((n * pitch - formant) / 250) ** 2))
      sum += (near(700) + 0.6 * near(1200) + 0.02) * Math.sin(n * phase)
    }
    sound[i] = 0.05 * sum * Math.sin((Math.PI * i) / RATE)
  }
  return sound
}
