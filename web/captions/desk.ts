/** Somebody who can be written for. */
export type Named = { identity: string; pseudonym: string }

/** A line of a captioner's text; `speaker` is a LiveKit identity, undefined for sounds and for whom nobody can name. */
export type DeskLine = { text: string; speaker: string | undefined }

/** Text without a line break is ended by itself from this length on, where a sentence or a word ends. */
const LONG = 240

/**
 * What was written or pasted, as lines that are ended and one that goes on. `>> Name:`, as stenographers write it, or the
 * bare `Name:` of somebody here begins a line of theirs; `>>` alone one of somebody who is not named.
 */
export function readDesk(
  written: string,
  speaker: string | undefined,
  people: readonly Named[],
): { ended: DeskLine[]; open: DeskLine } {
  const ended: DeskLine[] = []
  let open: DeskLine = { text: '', speaker }
  for (const [i, line] of written.split(/\r\n?|\n/).entries()) {
    if (i > 0) ended.push(open)
    const { text, speaker } = labelled(line, open.speaker, people)
    const parts = pieces(text)
    open = { text: parts.pop() ?? '', speaker }
    for (const part of parts) ended.push({ text: part, speaker })
  }
  const whole = ended.map(({ text, speaker }) => ({ text: text.trim(), speaker }))
  return { ended: whole.filter(({ text }) => text), open }
}

/** A line without the label that it begins with, and whose it is. */
function labelled(line: string, speaker: string | undefined, people: readonly Named[]): DeskLine {
  const [label = '', mark, name] = /^\s*(>>+)?\s*(?:([^:]{1,64}):(?=\s|$))?/u.exec(line) ?? []
  const person = name && people.find(({ pseudonym }) => same(pseudonym, name))
  if (person) return { text: line.slice(label.length).trimStart(), speaker: person.identity }
  // what stands before a colon may be anything that was said
  if (mark) return { text: line.replace(/^\s*>>+\s*/, ''), speaker: undefined }
  return { text: line, speaker }
}

const same = (a: string, b: string) => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase()

/** A text in pieces that can be sent, each ending where a sentence ends, or else a word, or else anywhere. */
function pieces(text: string): string[] {
  const all: string[] = []
  let rest = text
  while (rest.length > LONG) {
    const head = rest.slice(0, LONG)
    const sentence = Math.max(...['. ', '? ', '! ', '… '].map((end) => head.lastIndexOf(end) + 1))
    const cut = sentence > LONG / 3 ? sentence : head.lastIndexOf(' ') + 1 || LONG
    all.push(rest.slice(0, cut))
    rest = rest.slice(cut).trimStart()
  }
  return [...all, rest]
}
