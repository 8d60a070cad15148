/** Puts text of one language into another, on this device. `notices`: what has to be shown where it is used. */
export type Translator = {
  translate: (text: string) => Promise<string>
  notices?: readonly string[]
  close: () => void
}

/** Something that can translate. Nothing that is said ever leaves the device for it. Languages are BCP 47. */
export type TranslationProvider = {
  can: (from: string, into: string) => Promise<boolean>
  /**
   * Fetches what it needs, telling its share (0 … 1), until the signal says that it is not wanted any more. Throws
   * {@link NeedsPress} where the browser wants a press for that, and anything else when it cannot be had.
   */
  open: (
    from: string,
    into: string,
    progress: (share: number) => void,
    signal: AbortSignal,
  ) => Promise<Translator>
}

/** Asks one after the other: the first one that can does it. */
export function firstOf(all: readonly (TranslationProvider | undefined)[]): TranslationProvider {
  const able = async (from: string, into: string) => {
    for (const one of all) if (await one?.can(from, into)) return one
    return undefined
  }
  return {
    can: async (from, into) => (await able(from, into)) !== undefined,
    async open(from, into, progress, signal) {
      const one = await able(from, into)
      if (!one) throw new Error(`nothing translates from ${from} into ${into} here`)
      return one.open(from, into, progress, signal)
    },
  }
}

export class NeedsPress extends Error {}

export const sameLanguage = (a: string, b: string): boolean => a.split('-')[0] === b.split('-')[0]
