import { cuesOf, LINE_LENGTH, readingSeconds, secondsOf, wrapped } from './timeline.ts'
import {
  type Beat,
  type BeatScript,
  type Choice,
  LANGUAGES,
  type Line,
  type Made,
  type Manifest,
  type Script,
} from './types.ts'

const LONGEST_SECONDS = 8 * 60
const SHORTEST_SECONDS = 4 * 60
/** At most so much of the time, and nothing of the last quarter, is pressure. */
const MOST_PRESSURE = 0.4
const CALM_END = 0.25
const SHORTEST_DESCRIPTION = 40
const MOST_CHARACTERS_PER_SECOND = 17
const SECONDS_TO_CHOOSE = 15
/** No scene may be louder, or nearer, than this; it may keep to stricter limits of its own. */
const LOUDEST_DB = -6
const NEAREST = 0.5
/** A name may be the same in every language; what is longer has not been translated. */
const LONGEST_NAME = 20

type Say = (problem: string) => void

/** Every way of choosing, of the choices a script has. */
export function waysThrough(script: Script): Made[] {
  return Object.values(script.beats).reduce<Made[]>(
    (ways, { choice }) =>
      choice
        ? ways.flatMap((made) => choice.options.map((option) => ({ ...made, [choice.id]: option.id })))
        : ways,
    [{}],
  )
}

/**
 * What is wrong with a scene's data, a sentence each with where it is. None when it may be shown. While a text is missing,
 * that is all it says: the rest is measured by the texts.
 */
export function problemsOf(manifest: Manifest, script: Script): string[] {
  const missing = gather(manifest, (say) => checkTexts(manifest, script, say))
  if (missing.length > 0) return missing
  return gather(manifest, (say) => {
    checkManifest(manifest, say)
    checkArc(manifest.beats, say)
    checkVoices(manifest, script, say)
    checkBeats(manifest.beats, script, say)
    checkLength(manifest.beats, script, say)
  })
}

function gather({ id }: Manifest, check: (say: Say) => void): string[] {
  const problems = new Set<string>()
  check((problem) => problems.add(`${id}: ${problem}`))
  return [...problems]
}

// --- texts

/** A text that may lack everything: what is checked was not compiled, or was made by a helper. */
type Text = { readonly [language in (typeof LANGUAGES)[number]]?: string } | undefined

/** All texts of a value, with the way to each of them. */
function* textsIn(value: unknown, path: string): Generator<[path: string, text: Text]> {
  if (typeof value !== 'object' || value === null) return
  if (LANGUAGES.some((language) => language in value)) return yield [path, value as Text]
  for (const [key, inner] of Object.entries(value))
    yield* textsIn(inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`)
}

/** The texts that every beat has to have, whether they are there or not. */
function* textsOfBeats({ beats }: Script): Generator<[path: string, text: Text]> {
  for (const [id, { describe, lines }] of Object.entries(beats)) {
    yield [`script.beats.${id}.describe`, describe]
    for (const [index, line] of lines.entries()) yield [`script.beats.${id}.lines[${index}]`, line]
  }
}

function checkTexts(manifest: Manifest, script: Script, say: Say): void {
  const texts = [...textsIn(manifest, 'manifest'), ...textsIn(script, 'script'), ...textsOfBeats(script)]
  for (const [path, text] of texts) {
    const there = LANGUAGES.map((language) => text?.[language]?.trim()).find(Boolean)
    for (const language of LANGUAGES) {
      const words = text?.[language]
      if (!words?.trim()) say(`${path} has no words in “${language}”${there ? `: ${there}` : ''}`)
      else if (words !== words.trim()) say(`${path} begins or ends with a space: ${there}`)
    }
  }
}

// --- what it is

function checkManifest({ id, version, reflection, facilitator, comfort }: Manifest, say: Say): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) say('manifest.id is small letters, digits and hyphens')
  if (!(Number.isInteger(version) && version >= 1)) say('manifest.version counts from 1')
  if (reflection.questions.length === 0) say('manifest.reflection asks no question')
  if (facilitator.before.length === 0 || facilitator.after.length === 0)
    say('manifest.facilitator says nothing before it, or nothing after it')
  if (!(comfort.peakDb <= LOUDEST_DB)) say(`manifest.comfort.peakDb is ${LOUDEST_DB} at most`)
  if (!(comfort.nearest >= NEAREST)) say(`manifest.comfort.nearest is ${NEAREST} at least`)
}

function checkArc(beats: readonly Beat[], say: Say): void {
  const all = secondsOf(beats)
  const of = (kind: Beat['kind']) => beats.filter((beat) => beat.kind === kind)
  if (new Set(beats.map((beat) => beat.id)).size < beats.length) say('two beats have one id')
  if (beats[0]?.kind !== 'arrive' || of('arrive').length !== 1) say('begins with its one “arrive”')
  if (beats.at(-1)?.kind !== 'leave' || of('leave').length !== 1) say('ends with its one “leave”')
  for (const kind of ['world', 'skill', 'change', 'again', 'voice'] as const)
    if (of(kind).length === 0) say(`has no “${kind}” beat`)
  const order = beats.map((beat) => beat.kind)
  if (order.indexOf('again') < order.indexOf('change')) say('the minute is lived again after it was changed')
  for (const { id, seconds } of beats)
    if (!(seconds > 0 && seconds < Infinity)) say(`“${id}” lasts ${seconds} seconds`)
  if (!(all >= SHORTEST_SECONDS && all <= LONGEST_SECONDS))
    say(`lasts ${all} seconds, not ${SHORTEST_SECONDS} to ${LONGEST_SECONDS}`)
  if (secondsOf(of('pressure')) > MOST_PRESSURE * all) say('is under pressure for more than 40 % of its time')
  let end = 0
  for (const beat of beats) {
    end += beat.seconds
    if (beat.kind === 'pressure' && end > all * (1 - CALM_END))
      say(`“${beat.id}” is pressure in the last quarter`)
  }
}

// --- who speaks

function checkVoices({ who }: Manifest, { voices, beats }: Script, say: Say): void {
  const heard = new Set(Object.values(beats).flatMap(({ lines }) => lines.map((line) => line.who)))
  for (const [id, { same }] of Object.entries(voices)) {
    const other = same === undefined ? undefined : voices[same]
    if (same !== undefined && (!other || other.same !== undefined))
      say(`script.voices.${id}: “${same}” is nobody's own voice`)
    if (!heard.has(id)) say(`script.voices.${id} says nothing`)
  }
  if (!Object.values(voices).some(({ name, at }) => !at && name.en === who.name))
    say(`script.voices has nobody named “${who.name}” without a place: that is what ${who.name} thinks`)
}

// --- what happens in it

function checkBeats(beats: readonly Beat[], script: Script, say: Say): void {
  for (const id of Object.keys(script.beats))
    if (!beats.some((beat) => beat.id === id)) say(`script.beats.${id} is not in the manifest`)
  /** those that were offered until now */
  const choices = new Map<string, Choice>()
  for (const beat of beats) {
    const part = script.beats[beat.id]
    const where = `script.beats.${beat.id}`
    if (!part) {
      say(`${where} is missing`)
      continue
    }
    if (part.lines.length === 0) say(`${where} has no captions`)
    for (const language of LANGUAGES)
      if (part.describe[language].length < SHORTEST_DESCRIPTION)
        say(`${where}.describe says too little in “${language}”`)
    if (beat.kind === 'change' && !part.choice) say(`${where} changes nothing: it has no choice`)
    if (part.choice) {
      checkChoice(part.choice, beat, `${where}.choice`, say)
      if (choices.has(part.choice.id)) say(`${where}.choice: “${part.choice.id}” was chosen before`)
      else choices.set(part.choice.id, part.choice)
    }
    checkLines(part, { where, script, choices }, say)
  }
}

function checkChoice({ options, otherwise, from }: Choice, beat: Beat, where: string, say: Say): void {
  if (options.length < 2 || options.length > 4) say(`${where} has 2 to 4 options`)
  if (!options.some((option) => option.id === otherwise)) say(`${where}: “${otherwise}” is no option`)
  if (!(from >= 0)) say(`${where} begins before its beat`)
  if (beat.seconds - from < SECONDS_TO_CHOOSE)
    say(`${where} leaves less than ${SECONDS_TO_CHOOSE} seconds to choose`)
}

type Where = { where: string; script: Script; choices: ReadonlyMap<string, Choice> }

function checkLines({ lines }: BeatScript, { where, script, choices }: Where, say: Say): void {
  for (const [number, line] of lines.entries()) {
    const path = `${where}.lines[${number}]`
    const { who, after = 0 } = line
    if (who !== null && !script.voices[who]) say(`${path}: nobody is called “${who}”`)
    if (!(after >= 0)) say(`${path} begins before the one before it is over`)
    for (const [id, option] of Object.entries(line.when ?? {}))
      if (!choices.get(id)?.options.some((o) => o.id === option))
        say(`${path}: no choice ${id}: ${option} until then`)
    if (line.en === line.es && line.en.length > LONGEST_NAME) say(`${path} is not translated: ${line.en}`)
    checkCaption(line, path, say)
  }
}

function checkCaption(line: Line, path: string, say: Say): void {
  for (const language of LANGUAGES) {
    const text = line[language]
    if (wrapped(text).length > 2 || wrapped(text).some((l) => l.length > LINE_LENGTH))
      say(`${path} is longer than two lines of ${LINE_LENGTH} in “${language}”: ${text}`)
    if (text.length / readingSeconds(line) > MOST_CHARACTERS_PER_SECOND)
      say(`${path} is read too fast: ${text}`)
    const bracketed = /^\[[^[\]]+\]$/.test(text)
    if (bracketed !== (line.who === null))
      say(`${path}: brackets are for sounds, and only for sounds: ${text}`)
  }
}

function checkLength(beats: readonly Beat[], script: Script, say: Say): void {
  for (const made of waysThrough(script))
    for (const beat of beats) {
      if (!script.beats[beat.id]) continue
      const last = cuesOf(script, beat.id, made).at(-1)
      if (last && last.at + last.seconds > beat.seconds)
        say(
          `“${beat.id}” is over ${(last.at + last.seconds - beat.seconds).toFixed(1)} s before its last caption`,
        )
    }
}
