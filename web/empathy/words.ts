import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { secondsOf } from '../../scenes/kit/timeline.ts'
import type { BeatKind, ContentTag, Language, Manifest, Voice, Words } from '../../scenes/kit/types.ts'
import type { Mode } from './visit.ts'

/** The language everything is shown in, and a scene's own words in it. */
export function useWords(): { language: Language; say: (words: Words) => string } {
  const { i18n } = useLingui()
  const language: Language = i18n.locale === 'es' ? 'es' : 'en'
  return { language, say: (words) => words[language] }
}

export const minutesOf = ({ beats }: Manifest): number => Math.max(1, Math.round(secondsOf(beats) / 60))

export const tagNames: Record<ContentTag, MessageDescriptor> = {
  loud: msg`many sounds`,
  crowd: msg`a crowd`,
  panic: msg`panic`,
  death: msg`death`,
  medical: msg`illness`,
  exclusion: msg`being left out`,
  loneliness: msg`loneliness`,
  fatigue: msg`exhaustion`,
}

export const modeNames: Record<Mode, { name: MessageDescriptor; is: MessageDescriptor }> = {
  headset: {
    name: msg`In a headset`,
    is: msg`You are in the middle of it, seated, and look around with your head.`,
  },
  desktop: {
    name: msg`On this screen`,
    is: msg`You look around by dragging the picture, or with the arrow keys.`,
  },
  phone: { name: msg`On a phone`, is: msg`You look around with a finger on the picture.` },
  audio: {
    name: msg`By ear`,
    is: msg`Sounds, voices in captions, and what there is to see is described. No picture.`,
  },
  text: {
    name: msg`As a story to read`,
    is: msg`The same scene as a text, with the same choices, at your own pace.`,
  },
}

/** What a part of the scene is called where it is read. */
export const beatNames: Record<BeatKind, (name: string) => MessageDescriptor> = {
  arrive: () => msg`Arriving`,
  world: () => msg`What is around you`,
  pressure: () => msg`It becomes a lot`,
  skill: (name) => msg`How ${name} does it`,
  change: () => msg`What can be different`,
  again: () => msg`The same minute, changed`,
  voice: (name) => msg`${name}, in their own words`,
  leave: () => msg`Leaving`,
}

/** Whether a voice is what the named person thinks, and not what anybody says aloud. */
export const isThought = ({ manifest }: { manifest: Manifest }, voice: Voice): boolean =>
  !voice.at && voice.name.en === manifest.who.name
