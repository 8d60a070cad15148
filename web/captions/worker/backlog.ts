import type { Sound } from './protocol.ts'

/** Keeps the newest of what comes in, at most so many seconds: a model that is long on its way must not fill the memory. */
export function createBacklog(most: number) {
  const sounds: Sound[] = []
  let seconds = 0
  const lasts = ({ samples, rate }: Sound) => samples.length / rate
  return {
    push(sound: Sound): void {
      sounds.push(sound)
      seconds += lasts(sound)
      while (sounds[0] && seconds - lasts(sounds[0]) >= most) seconds -= lasts(sounds.shift() as Sound)
    },
    /** what was kept, oldest first */
    sounds: (): readonly Sound[] => sounds,
  }
}
