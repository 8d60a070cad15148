import type { Decoder, Made } from './decoder.ts'
import { fetchWithProgress } from './files.ts'
import { createMoonshine } from './moonshine.ts'
import type { Load } from './protocol.ts'

/** What was fetched: the model that hears whether somebody speaks, and how the one that writes is opened. */
export type Fetched = { voice: Uint8Array; open: (made: Made) => Promise<Decoder> }

/** Fetches a model's files. Its kind says what reads them: only the code of that one is fetched with them. */
export async function fetchModel(
  { model, language, voice }: Load,
  progress: (loaded: number, total: number) => void,
): Promise<Fetched> {
  const fetchAll = <Part extends string>(files: Record<Part, string>) =>
    fetchWithProgress({ ...files, voice } as Record<Part | 'voice', string>, progress)
  if (model.kind === 'moonshine') {
    const files = await fetchAll(model.files)
    return { voice: files.voice, open: (made) => createMoonshine(files, made, model) }
  }
  if (model.kind === 'moonshine-streaming') {
    const [files, { createStreaming }] = await Promise.all([fetchAll(model.files), import('./streaming.ts')])
    return { voice: files.voice, open: (made) => createStreaming(files, made, model) }
  }
  const [files, { createWhisper }] = await Promise.all([fetchAll(model.files), import('./whisper.ts')])
  return { voice: files.voice, open: (made) => createWhisper(files, made, { ...model, language }) }
}
