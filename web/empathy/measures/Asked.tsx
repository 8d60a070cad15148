import { useStore } from 'zustand'
import type { AnswersOfVisit } from './answers.ts'
import { askedAt, type When } from './measures.ts'
import { Question } from './Question.tsx'

/** The questions of before or after, one below the other. */
export function Asked({ when, name, answers }: { when: When; name: string; answers: AnswersOfVisit }) {
  const given = useStore(answers.state, (state) => state[when])
  return askedAt(when).map((measure) => (
    <Question
      key={measure.id}
      measure={measure}
      name={name}
      value={given[measure.id]}
      answer={(value) => answers.actions.answer(when, measure.id, value)}
    />
  ))
}
