import { useLingui } from '@lingui/react/macro'
import type { FieldProblem } from '../../server/lib/contract.ts'

type Limits = { length: number; maxLength?: number; min?: number; max?: number; type?: string }

/** What is wrong with a field, and what to do about it. */
export function useProblemText(problem: FieldProblem | undefined, limits: Limits): string | undefined {
  const { t } = useLingui()
  if (!problem) return undefined
  const { length, maxLength = 0, min = 0, max = 0 } = limits
  const texts: Record<FieldProblem, string> = {
    too_short: t`Write a little more here.`,
    too_long: t`This is too long: ${length} characters, and ${maxLength} fit here. Shorten it a little.`,
    too_low: t`Choose a number from ${min} to ${max}.`,
    too_high: t`Choose a number from ${min} to ${max}.`,
    hidden_characters: t`There are invisible characters in this, which hide text or turn it around. Type it by hand instead of pasting it.`,
    no_such_time: t`This time does not exist there: the clocks change then. Choose another.`,
    in_the_past: t`That time is over already. Choose one that is still to come.`,
    too_far_ahead: t`That is more than a year ahead. Choose a day that is nearer.`,
    no_phone_number: t`A phone cannot dial this. Write the number with digits, spaces and dashes only.`,
    not_valid: t`This is not right yet. Look at it again.`,
  }
  return texts[problem]
}
