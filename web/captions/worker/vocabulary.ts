/** What matters here of a `tokenizer.json` whose tokens are pieces of UTF-8. */
type TokenizerFile = {
  model: { vocab: Record<string, number> }
  added_tokens: readonly { id: number; content: string }[]
}

/**
 * The bytes of a token are written as characters: printable ones as themselves, the others, in their order, as those from
 * U+0100 on (`bytes_to_unicode` in openai/gpt-2).
 */
const PRINTABLE = [
  ['!', '~'],
  ['¡', '¬'],
  ['®', 'ÿ'],
] as const
const isPrintable = (byte: number) =>
  PRINTABLE.some(([from, to]) => byte >= from.charCodeAt(0) && byte <= to.charCodeAt(0))
const BYTES = new Map<string, number>()
let others = 0x100
for (let byte = 0; byte < 0x100; byte++)
  BYTES.set(String.fromCharCode(isPrintable(byte) ? byte : others++), byte)

/** The vocabulary of a model, for reading what it wrote. Throws when the file is none. */
export function readVocabulary(file: Uint8Array) {
  const { model, added_tokens }: TokenizerFile = JSON.parse(new TextDecoder().decode(file))
  const bytes = new Map(
    Object.entries(model.vocab).map(([token, id]) => [id, [...token].map((char) => BYTES.get(char) ?? 0)]),
  )
  const specials = new Map(added_tokens.map(({ id, content }) => [content, id]))
  for (const id of specials.values()) bytes.delete(id)
  const text = (ids: readonly number[]) =>
    new TextDecoder().decode(Uint8Array.from(ids.flatMap((id) => bytes.get(id) ?? [])))
  return {
    text,
    /** The token of a name that is no text. Throws when there is none. */
    special(name: string): number {
      const id = specials.get(name) ?? model.vocab[name]
      if (id === undefined) throw new Error(`the vocabulary has no ${name}`)
      return id
    },
    /** Tokens whose text is such. */
    where: (such: (text: string) => boolean) => [...bytes.keys()].filter((id) => such(text([id]))),
  }
}
