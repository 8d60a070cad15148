import type { ComponentType } from 'react'

/** The languages every scene is written in. */
export const LANGUAGES = ['en', 'es'] as const
export type Language = (typeof LANGUAGES)[number]
export type Words = Readonly<Record<Language, string>>

/** Metres in the scene's own space: the viewer sits at the origin on the floor and faces −z; eyes are about 1.2 m up. */
export type Place = readonly [x: number, y: number, z: number]

/**
 * The arc of a scene. `skill`: the person's own way works · `change`: the viewer changes the surroundings · `again`: the
 * same minute once more, changed · `voice`: the person in their own words.
 */
export type BeatKind = 'arrive' | 'world' | 'pressure' | 'skill' | 'change' | 'again' | 'voice' | 'leave'

/** One stretch of the scene's timeline. With a choice it is over as soon as that is made, and at its end in any case. */
export type Beat = { readonly id: string; readonly kind: BeatKind; readonly seconds: number }

export type Intensity = 1 | 2 | 3

export type ContentTag =
  | 'loud'
  | 'crowd'
  | 'panic'
  | 'death'
  | 'medical'
  | 'exclusion'
  | 'loneliness'
  | 'fatigue'

/** What a scene is, as data: the server reads it too, so nothing here draws or sounds. */
export type Manifest = {
  readonly id: string
  readonly version: number
  readonly title: Words
  /** two or three sentences for the list of scenes */
  readonly summary: Words
  /** the one named person whose place the viewer takes */
  readonly who: { readonly name: string; readonly introduces: Words }
  /** `draft`: nobody who lives this has reviewed it; the scene says so wherever it is shown */
  readonly status: 'draft' | 'reviewed'
  readonly provenance: {
    readonly basis: 'told' | 'composite'
    readonly reviewers: readonly string[]
    /** ISO date */
    readonly reviewedOn?: string
  }
  readonly contentNotes: readonly { readonly tag: ContentTag; readonly text: Words }[]
  /** advice on what may be skipped, never a diagnosis; a beat is called on screen by its kind (`beatNames` in web/empathy/words.ts) */
  readonly advice: readonly Words[]
  /** what each level of intensity changes */
  readonly intensity: Readonly<Record<Intensity, Words>>
  readonly beats: readonly Beat[]
  readonly facilitator: { readonly before: readonly Words[]; readonly after: readonly Words[] }
  readonly reflection: {
    /** asked before anything is seen */
    readonly imagine: Words
    /** asked one after the other, alone or in the circle */
    readonly questions: readonly Words[]
    /** “one thing I can do” */
    readonly action: Words
  }
  readonly comfort: Comfort
}

/** Limits a scene keeps to; the contract tests hold it to them. */
export type Comfort = {
  /** loudest sample of all sound at any intensity, dB relative to full scale */
  readonly peakDb: number
  /** nothing is drawn nearer to the viewer's eyes, metres */
  readonly nearest: number
}

/**
 * Who speaks. `at` is where their voice comes from. What the scene's own person thinks is the voice without one whose name
 * is `who.name` of the manifest. `same`: the key of another voice of the same person, whose mark it has (what somebody
 * thinks and what they say aloud, what they say and what they write); a name ends at its first comma.
 */
export type Voice = { readonly name: Words; readonly at?: Place; readonly same?: string }

/**
 * One caption: something said (`who` is a key of the script's voices) or a sound that matters (`who: null`, the text in
 * brackets). How long it stays follows from its length, so that nobody has to read faster than is comfortable.
 */
export type Line = Words & {
  readonly who: string | null
  /** seconds of quiet before it; 0.4 when not said */
  readonly after?: number
  /** only for those who have chosen this: choice id → option id */
  readonly when?: Readonly<Record<string, string>>
}

export type Option = { readonly id: string; readonly label: Words; readonly hint?: Words }

/** A choice changes how things look, sound and are said from then on; it never judges, and none of its options is wrong. */
export type Choice = {
  readonly id: string
  readonly ask: Words
  readonly options: readonly Option[]
  /** seconds into the beat from which on it is offered */
  readonly from: number
  /** taken for whoever does not choose */
  readonly otherwise: string
}

/** What happens in one beat. */
export type BeatScript = {
  /** audio description: what there is to see, for who listens or reads */
  readonly describe: Words
  readonly lines: readonly Line[]
  readonly choice?: Choice
  /** for the facilitator of a circle that is here together */
  readonly cue?: { readonly say: Words; readonly watchFor?: Words }
}

export type Script = {
  readonly voices: Readonly<Record<string, Voice>>
  /** by the ids of the manifest's beats */
  readonly beats: Readonly<Record<string, BeatScript>>
}

/** Choice id → option id, as far as the viewer has chosen. */
export type Made = Readonly<Record<string, string>>

/** Where in the scene one is: the same `t` with the same choices is the same picture and the same sound. */
export type Moment = {
  /** seconds since the scene began */
  t: number
  beat: Beat
  /** seconds into the beat */
  into: number
  made: Made
  intensity: Intensity
  /** the viewer asked for less motion: nothing moves but what must */
  still: boolean
}

export type SceneProps = {
  /** the one moment that the stage keeps up to date: read it in a frame, never keep it */
  moment: { readonly current: Moment }
  /** beat, choices and intensity again as values, for what is drawn differently */
  beat: string
  made: Made
  intensity: Intensity
  still: boolean
  /** strong outlines and plain colours */
  contrast: boolean
}
export type SceneComponent = ComponentType<SceneProps>

/** A sound that goes on: a buffer that loops without a seam, as loud as the moment wants it. */
export type Layer = {
  readonly id: string
  /** seconds of mono sound at the context's rate, made from a seed: the same each time */
  readonly make: (rate: number) => Float32Array<ArrayBuffer>
  /** where it comes from; everywhere when not said */
  readonly at?: Place
  /** 0 to 1 */
  readonly gain: (moment: Moment) => number
}

/** A sound that happens once in each passing of its beat. */
export type Hit = {
  readonly id: string
  readonly beat: string
  /** seconds into the beat */
  readonly at: number
  readonly make: (rate: number) => Float32Array<ArrayBuffer>
  readonly from?: Place
  readonly gain: number
}

export type SceneSound = { readonly layers: readonly Layer[]; readonly hits: readonly Hit[] }

/** What a scene is made of besides its manifest; each part is fetched when a mode needs it. */
export type SceneParts = {
  readonly script: () => Promise<Script>
  readonly scene: () => Promise<SceneComponent>
  readonly sound: () => Promise<SceneSound>
}
