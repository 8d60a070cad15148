import type { Topic } from '../../server/circles/contract.ts'
import { distance, plain } from './spelling.ts'

/**
 * Words that are said in circles of a topic and that speech models often nearly hear. Long ones only: what differs from one
 * of these by a letter or two is no other English word (held by a test over a dictionary).
 */
const TERMS: Record<Topic, readonly string[]> = {
  chronic_illness: [
    'fibromyalgia',
    'endometriosis',
    'Hashimoto’s',
    'long covid',
    'multiple sclerosis',
    'arthritis',
    'epilepsy',
    'dysautonomia',
    'psoriasis',
    'Parkinson’s',
    'chemotherapy',
    'encephalomyelitis',
    'perimenopause',
    'immunosuppressed',
    'chronic fatigue',
    'autoimmune',
  ],
  grief: ['bereavement', 'miscarriage', 'stillbirth', 'condolences', 'widowhood', 'anhedonia'],
  caring: [
    'dementia',
    'Alzheimer’s',
    'Parkinson’s',
    'respite care',
    'palliative care',
    'incontinence',
    'power of attorney',
    'safeguarding',
  ],
  autism: [
    'neurodivergent',
    'neurotypical',
    'sensory overload',
    'executive function',
    'Asperger’s',
    'overstimulated',
    'hyperfocus',
    'alexithymia',
    'special interest',
  ],
  disability: [
    'cerebral palsy',
    'paraplegia',
    'quadriplegia',
    'wheelchair',
    'cochlear implant',
    'spina bifida',
    'accessibility',
    'personal assistant',
  ],
  migration: [
    'asylum seeker',
    'undocumented',
    'resettlement',
    'homesickness',
    'citizenship',
    'residence permit',
  ],
  parenting: [
    'postpartum depression',
    'breastfeeding',
    'miscarriage',
    'preeclampsia',
    'neonatal',
    'premature birth',
    'adolescence',
    'co-parenting',
  ],
  anxiety: [
    'agoraphobia',
    'claustrophobia',
    'panic attack',
    'cognitive therapy',
    'sertraline',
    'escitalopram',
    'hyperventilating',
    'intrusive thoughts',
  ],
  loneliness: ['homesickness', 'bereavement', 'widowhood'],
  other: [],
}

/** As compared: “long-covid” and “long covid” are the same. */
const bare = (text: string) => plain(text).replace(/[^a-z]/g, '')

/** From so many letters on two may differ. */
const LONG = 12

type Term = { spelling: string; letters: string; most: number }
const terms = (topic: Topic): Term[] =>
  TERMS[topic].map((spelling) => {
    const letters = bare(spelling)
    return { spelling, letters, most: letters.length < LONG ? 1 : 2 }
  })

/** What may stand within a term, and at its end: no end of a sentence is within one. */
const WITHIN = /[\p{L}’']$/u
const WORD = /\p{L}/u
/** So many words in a row may have been heard for one term. */
const MOST_WORDS = 4
/** What differs only so near to its end is another form of the word, “agoraphobic”, and was said. */
const FORM = 4
const isForm = (heard: string, term: string) => {
  let same = 0
  while (same < heard.length && heard[same] === term[same]) same++
  return heard !== term && same >= term.length - FORM
}

/**
 * Puts words of a circle's topic right that an English speech model nearly heard: up to {@link MOST_WORDS} words in a row
 * become a term that begins with the same letter and from which they differ by one letter, or by two where it is long.
 * Ends of sentences are never within a term.
 */
export function putTermsRight(text: string, topic: Topic): string {
  const known = terms(topic)
  if (known.length === 0) return text
  const tokens = [...text.matchAll(/\S+/gu)].map(({ 0: token, index }) => ({ token, index }))
  let right = ''
  let done = 0
  for (let i = 0; i < tokens.length; i++) {
    const found = termAt(tokens, i, known)
    if (!found) continue
    const first = tokens[i] as { token: string; index: number }
    const last = tokens[i + found.words - 1] as { token: string; index: number }
    const [before = ''] = /^[^\p{L}]*/u.exec(first.token) ?? []
    const [after = ''] = /[^\p{L}]*$/u.exec(last.token) ?? []
    const begins = i === 0 || /[.!?…]["'”’)\]]*$/u.test(tokens[i - 1]?.token ?? '')
    const large = begins && /^\P{L}*\p{Lu}/u.test(first.token)
    const spelling = large ? found.spelling[0]?.toUpperCase() + found.spelling.slice(1) : found.spelling
    right += text.slice(done, first.index) + before + spelling + after
    done = last.index + last.token.length
    i += found.words - 1
  }
  return right + text.slice(done)
}

/** The term that begins with this word, with how many words of the text it is. */
function termAt(tokens: readonly { token: string }[], at: number, known: readonly Term[]) {
  let best: { term: Term; words: number; apart: number } | undefined
  for (let words = 1; words <= Math.min(MOST_WORDS, tokens.length - at); words++) {
    const all = tokens.slice(at, at + words).map(({ token }) => token)
    if (all.some((token, i) => !(i < words - 1 ? WITHIN : WORD).test(token))) break
    const heard = bare(all.join(''))
    const near = known.filter(
      ({ letters, most }) =>
        letters[0] === heard[0] &&
        Math.abs(letters.length - heard.length) <= most &&
        !isForm(heard, letters) &&
        distance(letters, heard) <= most,
    )
    const [term] = near
    if (near.length !== 1 || !term) continue
    const apart = distance(term.letters, heard)
    // a word before it that is none of it
    if (words > 1 && distance(term.letters, bare(all.slice(1).join(''))) <= apart) continue
    if (apart < (best?.apart ?? Number.POSITIVE_INFINITY)) best = { term, words, apart }
  }
  if (!best) return undefined
  const { term, words } = best
  const written = tokens.slice(at, at + words).map(({ token }) => token)
  const same = written
    .join(' ')
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replaceAll("'", '’')
  return same.toLowerCase() === term.spelling.toLowerCase() ? undefined : { words, spelling: term.spelling }
}
