/** Zero crossings of the sinc on each side: 24 keep what folds back about 70 dB down. */
const ZEROS = 24
/** Where the low-pass begins, as a share of the lower Nyquist frequency. */
const ROLLOFF = 0.92

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/**
 * Changes the sampling rate of a stream of mono samples, in Hz. A polyphase filter with a Hann-windowed sinc: nothing
 * above the lower Nyquist frequency folds back into speech. `push` gives what is complete so far; it lags by
 * {@link ZEROS} periods of the lower rate (3 ms at 8 kHz).
 */
export function createResampler(from: number, to: number) {
  if (from === to) return { push: (samples: Float32Array) => samples }
  const divisor = gcd(from, to)
  const up = to / divisor
  const down = from / divisor
  const scale = Math.min(1, to / from) * ROLLOFF
  const half = Math.ceil(ZEROS / scale)
  const phases = Array.from({ length: up }, (_, phase) => taps(phase / up, half, scale))
  let held = new Float32Array(half)
  /** position of the next output: in samples of `held`, and in steps of 1/up of one */
  let at = half
  let phase = 0

  return {
    push(samples: Float32Array): Float32Array {
      const input = new Float32Array(held.length + samples.length)
      input.set(held)
      input.set(samples, held.length)
      const out: number[] = []
      while (at + half < input.length) {
        const weights = phases[phase] as Float32Array
        const start = at - half + 1
        let sum = 0
        for (let i = 0; i < weights.length; i++) sum += (weights[i] as number) * (input[start + i] as number)
        out.push(sum)
        phase += down
        at += Math.floor(phase / up)
        phase %= up
      }
      const used = Math.min(input.length, Math.max(0, at - half + 1))
      held = input.slice(used)
      at -= used
      return Float32Array.from(out)
    },
  }
}

/** Weights of the 2 · half samples around a point that lies `shift` of a sample after the half-th. */
function taps(shift: number, half: number, scale: number): Float32Array {
  const weights = new Float32Array(2 * half)
  let sum = 0
  for (let i = 0; i < weights.length; i++) {
    const x = i - half + 1 - shift
    const window = Math.cos((Math.PI * x) / (2 * half)) ** 2
    const value = (x === 0 ? 1 : Math.sin(Math.PI * scale * x) / (Math.PI * scale * x)) * window
    weights[i] = value
    sum += value
  }
  return weights.map((value) => value / sum)
}
