import type { Sound } from './protocol.ts'

/** So many samples go to the worker at once: 21 ms at 48 kHz. */
const AT_ONCE = 1024

// the parts of AudioWorkletGlobalScope that TypeScript's DOM library does not name
declare const sampleRate: number
declare function registerProcessor(name: string, processor: unknown): void
declare const AudioWorkletProcessor: new () => { port: MessagePort }

/** Mixes what it hears to mono and hands it on, on the browser's own sound thread. */
class Capture extends AudioWorkletProcessor {
  #samples = new Float32Array(AT_ONCE)
  #filled = 0

  process([input = []]: Float32Array[][]): boolean {
    const length = input[0]?.length ?? 0
    for (let i = 0; i < length; i++) {
      let sum = 0
      for (const channel of input) sum += channel[i] ?? 0
      this.#samples[this.#filled++] = sum / input.length
      if (this.#filled === AT_ONCE) this.#send()
    }
    return true
  }

  #send(): void {
    const sound: Sound = { samples: this.#samples, rate: sampleRate }
    this.port.postMessage(sound, [this.#samples.buffer])
    this.#samples = new Float32Array(AT_ONCE)
    this.#filled = 0
  }
}

registerProcessor('capture', Capture)
