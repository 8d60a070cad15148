import { describe, expect, it } from 'vitest'
import { problemsOf, waysThrough } from '../../../scenes/kit/check.ts'
import type { Beat, BeatScript, Line, Manifest, Script } from '../../../scenes/kit/types.ts'
import { heard } from '../../../scenes/kit/words.ts'
import { manifest, script, withBeats, withScript, words } from './tiny.ts'

type Broken = [name: string, scene: { manifest: Manifest; script: Script }, problems: string[]]

const beatsAre = (kind: Beat['kind'], seconds: number) =>
  withBeats((beats) => beats.map((beat) => (beat.kind === kind ? { ...beat, seconds } : beat)))
const kindIs = (id: string, kind: Beat['kind']) =>
  withBeats((beats) => beats.map((beat) => (beat.id === id ? { ...beat, kind } : beat)))
const line = (change: Partial<Line>) =>
  withScript('kim', (part) => ({ ...part, lines: part.lines.map((one) => ({ ...one, ...change })) }))
const choice = (change: Partial<NonNullable<BeatScript['choice']>>) =>
  withScript('way', (part) => ({ ...part, choice: part.choice && { ...part.choice, ...change } }))

const LONG = 'one two three four five six seven eight nine ten eleven twelve thirteen'
const WIDE = 'Donaudampfschifffahrtsgesellschaftsfahrt'

const table: Broken[] = [
  [
    'a text missing in one language',
    { manifest: { ...manifest, title: { en: 'Tiny', es: ' ' } }, script },
    ['manifest.title has no words in “es”: Tiny'],
  ],
  [
    'a text with a space at its end',
    { manifest: { ...manifest, title: { en: 'Tiny ', es: 'Chica' } }, script },
    ['manifest.title begins or ends with a space: Tiny'],
  ],
  [
    'a voice whose name is missing',
    { manifest, script: { ...script, voices: { ...script.voices, lee: { name: { en: '', es: 'Lee' } } } } },
    ['script.voices.lee.name has no words in “en”: Lee'],
  ],
  [
    'a second voice of nobody',
    {
      manifest,
      script: {
        ...script,
        voices: { ...script.voices, loud: { name: { en: 'Kim', es: 'Kim' }, same: 'kin' } },
      },
    },
    ["script.voices.loud: “kin” is nobody's own voice", 'script.voices.loud says nothing'],
  ],
  [
    'two beats of one name',
    withBeats((beats) =>
      beats.map((b) => (b.id === 'noise-again' ? { ...b, id: 'lamp', kind: 'again' } : b)),
    ),
    [
      'two beats have one id',
      'script.beats.noise-again is not in the manifest',
      'script.beats.lamp.choice: “light” was chosen before',
    ],
  ],
  ['a beginning that is not an arrival', kindIs('door', 'world'), ['begins with its one “arrive”']],
  ['two arrivals', kindIs('table', 'arrive'), ['begins with its one “arrive”', 'has no “world” beat']],
  ['an end that is not a leaving', kindIs('out', 'world'), ['ends with its one “leave”']],
  ['no skill', kindIs('way', 'world'), ['has no “skill” beat']],
  ['no voice', kindIs('kim', 'world'), ['has no “voice” beat']],
  [
    'a minute lived again before it was changed',
    withBeats(([a, b, c, d, change, again, ...rest]) =>
      [a, b, c, d, again, change, ...rest].filter((beat) => beat !== undefined),
    ),
    [
      'the minute is lived again after it was changed',
      'script.beats.noise-again.lines[0]: no choice light: on until then',
      'script.beats.noise-again.lines[1]: no choice light: near until then',
    ],
  ],
  ['too short', beatsAre('arrive', 10), ['lasts 230 seconds, not 240 to 480']],
  ['too long', beatsAre('arrive', 300), ['lasts 520 seconds, not 240 to 480']],
  ['too much pressure', beatsAre('pressure', 150), ['is under pressure for more than 40 % of its time']],
  [
    'pressure near the end',
    withBeats((beats) =>
      beats.toSpliced(beats.length - 1, 0, { id: 'noise-last', kind: 'pressure', seconds: 10 }),
    ),
    ['“noise-last” is pressure in the last quarter', 'script.beats.noise-last is missing'],
  ],
  [
    'a beat nobody knows',
    { manifest, script: { ...script, beats: { ...script.beats, attic: script.beats.door as BeatScript } } },
    ['script.beats.attic is not in the manifest'],
  ],
  ['a beat without its script', withScript('kim', () => undefined), ['script.beats.kim is missing']],
  [
    'a beat without captions',
    withScript('kim', (part) => ({ ...part, lines: [] })),
    ['script.beats.kim has no captions'],
  ],
  [
    'a description of a few words',
    withScript('kim', (part) => ({ ...part, describe: { ...part.describe, es: 'Una sala.' } })),
    ['script.beats.kim.describe says too little in “es”'],
  ],
  [
    'a change without a choice',
    withScript('lamp', ({ choice: _, ...part }) => part),
    [
      'script.beats.lamp changes nothing: it has no choice',
      'script.beats.noise-again.lines[0]: no choice light: on until then',
      'script.beats.noise-again.lines[1]: no choice light: near until then',
    ],
  ],
  [
    'a choice of one',
    choice({ options: [{ id: 'wait', label: words('Wait') }] }),
    ['script.beats.way.choice has 2 to 4 options'],
  ],
  [
    'a choice whose default is none of it',
    choice({ otherwise: 'run' }),
    ['script.beats.way.choice: “run” is no option'],
  ],
  [
    'hardly any time to choose',
    choice({ from: 26 }),
    ['script.beats.way.choice leaves less than 15 seconds to choose'],
  ],
  [
    'somebody who is not in the scene',
    line({ who: 'ann' }),
    ['script.beats.kim.lines[0]: nobody is called “ann”'],
  ],
  [
    'a line for a choice that is not there',
    line({ when: { way: 'run' } }),
    ['script.beats.kim.lines[0]: no choice way: run until then'],
  ],
  [
    'a caption of three lines',
    line({ en: LONG }),
    [`script.beats.kim.lines[0] is longer than two lines of 34 in “en”: ${LONG}`],
  ],
  [
    'a word wider than a line',
    line({ es: WIDE }),
    [`script.beats.kim.lines[0] is longer than two lines of 34 in “es”: ${WIDE}`],
  ],
  [
    'a sound without brackets',
    line({ who: null }),
    [
      'script.beats.kim.lines[0]: brackets are for sounds, and only for sounds: Ask me. I will tell you.',
      'script.beats.kim.lines[0]: brackets are for sounds, and only for sounds: Pregúntame y te lo digo.',
    ],
  ],
  [
    'somebody who speaks in brackets',
    line({ en: '[Ask me]' }),
    ['script.beats.kim.lines[0]: brackets are for sounds, and only for sounds: [Ask me]'],
  ],
  ['captions that outlast their beat', line({ after: 29 }), ['“kim” is over 0.7 s before its last caption']],
  [
    'captions that outlast their beat for one way of choosing only',
    withScript('noise-again', (part) => ({
      ...part,
      lines: part.lines.map((one) => (one.when?.light === 'near' ? { ...one, after: 27 } : one)),
    })),
    ['“noise-again” is over 1.2 s before its last caption'],
  ],
  [
    'a sound whose words are left out in one language',
    line({ ...heard('A door', undefined as never) }),
    ['script.beats.kim.lines[0] has no words in “es”: [A door]'],
  ],
  [
    'brackets within brackets',
    line({ ...heard('[A door]', '[Una puerta]') }),
    [
      'script.beats.kim.lines[0]: brackets are for sounds, and only for sounds: [[A door]]',
      'script.beats.kim.lines[0]: brackets are for sounds, and only for sounds: [[Una puerta]]',
    ],
  ],
  [
    'a caption nobody has translated',
    line({ en: 'It is a long way to the sea.', es: 'It is a long way to the sea.' }),
    ['script.beats.kim.lines[0] is not translated: It is a long way to the sea.'],
  ],
  [
    'a line for what is only chosen later',
    withScript('table', (part) => ({
      ...part,
      lines: part.lines.map((one) => ({ ...one, when: { light: 'on' } })),
    })),
    ['script.beats.table.lines[0]: no choice light: on until then'],
  ],
  [
    'a choice that was made before',
    withScript('lamp', (part) => ({ ...part, choice: part.choice && { ...part.choice, id: 'way' } })),
    [
      'script.beats.lamp.choice: “way” was chosen before',
      'script.beats.noise-again.lines[0]: no choice light: on until then',
      'script.beats.noise-again.lines[1]: no choice light: near until then',
    ],
  ],
  ['a choice before its beat', choice({ from: -1 }), ['script.beats.way.choice begins before its beat']],
  [
    'a caption within the one before it',
    line({ after: -2 }),
    ['script.beats.kim.lines[0] begins before the one before it is over'],
  ],
  [
    'a beat without a length',
    beatsAre('voice', Number.NaN),
    ['“kim” lasts NaN seconds', 'lasts NaN seconds, not 240 to 480'],
  ],
  [
    'a voice that is never heard',
    {
      manifest,
      script: { ...script, voices: { ...script.voices, ann: { name: words('Ann'), at: [1, 1, 0] } } },
    },
    ['script.voices.ann says nothing'],
  ],
  [
    'nobody’s thoughts',
    { manifest: { ...manifest, who: { ...manifest.who, name: 'Ada' } }, script },
    ['script.voices has nobody named “Ada” without a place: that is what Ada thinks'],
  ],
  [
    'limits that are none',
    { manifest: { ...manifest, comfort: { peakDb: 0, nearest: 0.2 } }, script },
    ['manifest.comfort.peakDb is -6 at most', 'manifest.comfort.nearest is 0.5 at least'],
  ],
  [
    'a version of nothing, and no question',
    { manifest: { ...manifest, version: 0, reflection: { ...manifest.reflection, questions: [] } }, script },
    ['manifest.version counts from 1', 'manifest.reflection asks no question'],
  ],
]

describe('what is checked of a scene', () => {
  it('finds nothing in one that is right', () => {
    expect(problemsOf(manifest, script)).toEqual([])
  })

  it.each(table)('finds %s, and says where', (_, broken, problems) => {
    expect(problemsOf(broken.manifest, broken.script)).toEqual(problems.map((one) => `tiny: ${one}`))
  })

  it('goes every way of choosing', () => {
    expect(waysThrough(script)).toEqual([
      { way: 'wait', light: 'on' },
      { way: 'wait', light: 'near' },
      { way: 'ask', light: 'on' },
      { way: 'ask', light: 'near' },
    ])
  })
})
