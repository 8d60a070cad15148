import type { Model, ModelFile } from './contract.ts'
import { moonshineModels } from './listed/moonshine.ts'
import { translationModels } from './listed/translation.ts'
import { whisperModels } from './listed/whisper.ts'

export type ListedFile = ModelFile & { from: string }
type Listed<M> = M extends Model
  ? Omit<M, 'files'> & {
      files: Record<keyof M['files'], ListedFile>
      /** what whoever installs it has to know before */
      terms?: string
    }
  : never
/** A model that `npm run captions:model` can fetch: each file also has the address it comes from. */
export type ListedModel = Listed<Model>

/** What can be installed. The checksums are those that at least two projects which pin these files have in common. */
export const listedModels: readonly ListedModel[] = [
  ...moonshineModels,
  ...whisperModels,
  ...translationModels,
]

export const bytesOf = ({ files }: Pick<Model, 'files'>): number =>
  Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0)
