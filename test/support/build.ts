import type { Rolldown } from 'vite'

type Built = Rolldown.RolldownOutput | Rolldown.RolldownOutput[] | Rolldown.RolldownWatcher

/** All files of a build made with `write: false`, made as for a release: the test runner's NODE_ENV would bring React's development build. */
export async function asReleased(
  build: () => Promise<Built>,
): Promise<Rolldown.RolldownOutput['output'][number][]> {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    const built = await build()
    return [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  } finally {
    process.env.NODE_ENV = before
  }
}
