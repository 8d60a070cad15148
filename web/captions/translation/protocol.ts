/** From the page to a worker that translates. */
export type ToTranslator =
  /** what it translates with: addresses on our own host; of two models the second translates what the first made */
  | {
      type: 'load'
      program: string
      models: readonly Record<'model' | 'vocabulary' | 'shortlist', string>[]
    }
  | { type: 'translate'; id: number; text: string }

export type FromTranslator =
  | { type: 'loading'; share: number }
  | { type: 'ready' }
  | { type: 'translated'; id: number; text: string }
  /** at one text, or altogether */
  | { type: 'failed'; id: number | undefined; message: string }
