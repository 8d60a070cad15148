import { distance, plain } from './spelling.ts'

/**
 * Ordinary words, as far as they sound like a name, or are somebody's: speech is never changed into one of these, nor are
 * they into something else. Names are chosen freely here, also by somebody who means harm.
 */
const ORDINARY = new Set(
  `a about after again all also always am an and angel any anyone are arm art as ask at august aunt autumn away back bad
  basil be because bed been before being best better big bill bit bless bob book boy bring but by call came can car care
  case cat charity child chase chip christmas clay come cook could dad daisy dark dawn day days dean dear december did do
  does dog don done down each ear earl easter eight end english ever every everyone eye faith fall family far father
  february feel fell felt few find fine first five for four fox frank free french friday friend from full game gene german
  get give glen go god gone good got grace grant great green guy had half hall hand happy hard has have he hear heard
  heart help her here hey hi him his hold home hope house how hunter i if in indeed into iris is it its ivy jack january
  jean job joy july june just keep kind king knew know lake lance land last late laugh law leaf learn left less let life
  like lily line list little live long look lord lose lost lot love mad made make man many march mark mary mason matt
  maybe may me mean mercy met might mike mine mom monday money more morning most mother mum much must my name near need
  never new next nice nick night nine no none north nor not nothing november now oak ocean october of off oh ok okay old
  olive on once one only open or other our out over own page pain park part past pat patience people piper place please
  point pray put quiet ray rain ran reach read real red rest rich right river rob robin rock room rose ruby run rush
  russian sad safe sage said same saturday saw say see seen september set seven shall she short should sit six skip sky
  so some someone son soon sorry south spanish spring star stay still stop storm such sue summer sun sunday sure take
  tell ten than thank thanks that the their them then there these they thing think this those though three through
  thursday time to today together told tom tomorrow tone too took town tree tried true try tuesday turn two under until
  up us very violet wait walk want war was way we wednesday week well went were west what when where which while who
  whole why will win winter with wolf woman wonder word work world would write wrong year yes yesterday yet you young
  your`.split(/\s+/),
)

/** A word as it is heard: its consonants, its first vowel roughly, and whether it ends in one. */
type Sound = { word: string; core: string; open: boolean }

const FIRST: [RegExp, string][] = [
  [/^(kn|gn|pn)/, 'n'],
  [/^(wr|rh)/, 'r'],
  [/^(ps|x|ts)/, 's'],
  [/^wh/, 'w'],
]
const SOUNDS: [RegExp, string][] = [
  [/ph/g, 'f'],
  [/ch(?=[rl])|ck|q/g, 'k'],
  [/sch|sh|ch/g, 'S'],
  [/dg/g, 'j'],
  [/(?<=.)gh/g, ''],
  [/c(?=[eiy])|z/g, 's'],
  [/c/g, 'k'],
  [/g(?=[eiy])/g, 'j'],
  [/x/g, 'ks'],
  [/(?<=.)h/g, ''],
  [/([^aeiouy])\1+/g, '$1'],
]

function soundOf(plainWord: string): Sound | undefined {
  if (!/^[a-z]{3,}$/.test(plainWord)) return undefined
  let heard = plainWord
  for (const [written, sound] of FIRST) heard = heard.replace(written, sound)
  for (const [written, sound] of SOUNDS) heard = heard.replace(written, sound)
  const vowels = heard.match(/[aeiou]+y*|(?<=.)y+[aeiou]*/g) ?? []
  const silent = vowels.length > 1 && /[^aeiouy]e$/.test(heard)
  let first = true
  const core = heard.replace(/[aeiou]+y*|(?<=.)y+[aeiou]*/g, (vowel) => {
    if (!first) return ''
    first = false
    return /^[eiy]/.test(vowel) ? 'I' : vowel.startsWith('a') ? 'A' : 'O'
  })
  return { word: plainWord, core, open: vowels.length > 1 && !silent && /[aeiouy]$/.test(heard) }
}

/** They sound the same, or have one other letter and nearly the same sound. */
function isLike(a: Sound, b: Sound): boolean {
  if (a.core !== b.core) return false
  const apart = distance(a.word, b.word)
  if (a.open === b.open) return apart <= 2
  return apart === 1 && Math.min(a.word.length, b.word.length) >= 4
}

type Name = { spelling: string; sound: Sound /** it is a whole name, not a part of one */; whole: boolean }

function namesOf(words: readonly string[]): Name[] {
  return words.flatMap((word) => {
    const parts = word.split(/\s+/).filter(Boolean)
    return parts.flatMap((spelling) => {
      const sound = /^[\p{L}\p{M}]+$/u.test(spelling) ? soundOf(plain(spelling)) : undefined
      return sound && !ORDINARY.has(sound.word) ? [{ spelling, sound, whole: parts.length === 1 }] : []
    })
  })
}

/** What stands around a word: “Ren’s,” — with hyphens or numbers in it, it is left alone. */
const TOKEN = /^([^\p{L}\p{N}]*)([\p{L}\p{M}]+)(['’]s)?([^\p{L}\p{N}]*)$/u

/**
 * Puts names right that a speech model nearly heard: those of the people here, `words`, of which it knows nothing. A word
 * becomes a name that sounds the same, or has one other letter and nearly the same sound, when it is written as a name,
 * with a capital letter, where no sentence begins; at the beginning of one only when it is spoken to, “Ren, …”, or owns
 * something. What fits two names is left as it is. Each word is decided by what stands before it alone: what was put right
 * stays so while a text grows.
 */
export function putNamesRight(text: string, words: readonly string[]): string {
  const names = namesOf(words)
  if (names.length === 0) return text
  let begins = true
  return text.replace(/\S+/gu, (token) => {
    const atBeginning = begins
    begins = /[.!?…]["'”’)\]]*$/u.test(token)
    const [, before = '', word = '', owns = '', after = ''] = TOKEN.exec(token) ?? []
    if (!word) return token
    const called = owns !== '' || /^[,!?]/.test(after)
    const right = nameFor(word, names, !atBeginning || called)
    return right ? `${before}${right}${owns}${after}` : token
  })
}

function nameFor(word: string, names: readonly Name[], mayBeAnother: boolean): string | undefined {
  const sound = soundOf(plain(word))
  if (!sound || ORDINARY.has(sound.word)) return undefined
  const isName = /^\p{Lu}/u.test(word)
  const same = names.filter((name) => name.sound.word === sound.word)
  // of two that differ by an accent the one that is written so
  const exact = same.find((name) => name.spelling === word) ?? same[0]
  if (exact) return isName || exact.whole ? exact.spelling : undefined
  if (!isName || !mayBeAnother) return undefined
  const alike = names.filter((name) => isLike(name.sound, sound))
  return new Set(alike.map((name) => name.sound.word)).size === 1 ? alike[0]?.spelling : undefined
}
