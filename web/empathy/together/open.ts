import { sceneOf } from '../../../scenes/catalog.ts'
import type { Manifest } from '../../../scenes/kit/types.ts'
import type { SceneView } from '../../../server/rooms/contract.ts'
import type { RoomState } from '../../room/state.ts'

/** The scene that is open in a room, with its manifest; undefined also when this page does not know it. */
export function openIn({
  view,
}: RoomState): { scene: SceneView; manifest: Manifest; you: string } | undefined {
  const scene = view?.scene
  const manifest = scene && sceneOf(scene.id)
  return manifest && { scene, manifest, you: view.you.identity }
}
