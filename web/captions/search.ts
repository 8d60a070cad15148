import type { Segment } from './segments.ts'

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The segments that hold what is searched for, in words or in a name, also without accents; all of them for nothing. */
export function searchIn(segments: readonly Segment[], search: string): readonly Segment[] {
  const wanted = plain(search.trim())
  if (!wanted) return segments
  return segments.filter(({ text, name }) => plain(text).includes(wanted) || plain(name).includes(wanted))
}
