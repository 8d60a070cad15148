import type { SceneId } from './catalog.ts'
import type { SceneParts } from './kit/types.ts'

/** The parts of every scene in the catalogue. */
export const load = {
  'table-for-eight': {
    script: async () => (await import('./table-for-eight/script.ts')).script,
    scene: async () => (await import('./table-for-eight/Scene.tsx')).Scene,
    sound: async () => (await import('./table-for-eight/sound.ts')).sound,
  },
  'three-good-hours': {
    script: async () => (await import('./three-good-hours/script.ts')).script,
    scene: async () => (await import('./three-good-hours/Scene.tsx')).Scene,
    sound: async () => (await import('./three-good-hours/sound.ts')).sound,
  },
  'the-second-cup': {
    script: async () => (await import('./the-second-cup/script.ts')).script,
    scene: async () => (await import('./the-second-cup/Scene.tsx')).Scene,
    sound: async () => (await import('./the-second-cup/sound.ts')).sound,
  },
  'saturday-supermarket': {
    script: async () => (await import('./saturday-supermarket/script.ts')).script,
    scene: async () => (await import('./saturday-supermarket/Scene.tsx')).Scene,
    sound: async () => (await import('./saturday-supermarket/sound.ts')).sound,
  },
} as const satisfies Record<SceneId, SceneParts>
