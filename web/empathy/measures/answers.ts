import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Answers, MeasureId, When } from './measures.ts'

export type Said = {
  before: Answers
  after: Answers
  /** what one imagined, and thought afterwards; never kept */
  imagined: string
  thoughts: Readonly<Record<number, string>>
  action: string
}

/** What somebody answers in one visit. In memory alone, and gone with the page. */
export function createAnswers() {
  const state = createStore<Said>(() => ({ before: {}, after: {}, imagined: '', thoughts: {}, action: '' }))
  return {
    state: state as Pick<StoreApi<Said>, 'getState' | 'subscribe' | 'getInitialState'>,
    actions: {
      answer(when: When, id: MeasureId, value: number | undefined) {
        const { [id]: _, ...others } = state.getState()[when]
        state.setState({ [when]: value === undefined ? others : { ...others, [id]: value } })
      },
      imagine: (imagined: string) => state.setState({ imagined }),
      think: (index: number, text: string) =>
        state.setState(({ thoughts }) => ({ thoughts: { ...thoughts, [index]: text } })),
      act: (action: string) => state.setState({ action }),
    },
  }
}
export type AnswersOfVisit = ReturnType<typeof createAnswers>
