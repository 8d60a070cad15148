import type { Plugin } from 'vite'
import type { Manifest, Script } from '../scenes/kit/types.ts'

type Checked = readonly (readonly [Manifest, Script])[]

// by their addresses, when it is time: what reads this file's settings has not to read every scene
const from = (path: string) => import(/* @vite-ignore */ new URL(`../scenes/${path}`, import.meta.url).href)

async function everyScene(): Promise<Checked> {
  const { catalog } = await from('catalog.ts')
  return Promise.all(
    (catalog as Manifest[]).map(
      async (scene) => [scene, (await from(`${scene.id}/script.ts`)).script] as const,
    ),
  )
}

/** Nothing is built while a scene lacks something: the build fails, and names the line. */
export const checkedScenes = (scenes: () => Promise<Checked> = everyScene): Plugin => ({
  name: 'checked-scenes',
  apply: 'build',
  async buildStart() {
    const { problemsOf } = await from('kit/check.ts')
    const problems = (await scenes()).flatMap(
      ([manifest, script]) => problemsOf(manifest, script) as string[],
    )
    if (problems.length > 0) this.error(`Scenes are not complete:\n  ${problems.join('\n  ')}`)
  },
})
