import { msg } from '@lingui/core/macro'
import type { Entry, Topic } from '../../server/circles/contract.ts'

export const topics = {
  chronic_illness: msg`Long illness`,
  grief: msg`Grief`,
  caring: msg`Caring for somebody`,
  autism: msg`Autism`,
  disability: msg`Disability`,
  migration: msg`Migration`,
  parenting: msg`Parenting`,
  anxiety: msg`Anxiety`,
  loneliness: msg`Loneliness`,
  other: msg`Something else`,
} satisfies Record<Topic, unknown>

export const entries = {
  open: msg`Anyone can join`,
  ask: msg`Ask to join`,
  invitation: msg`By invitation`,
} satisfies Record<Entry, unknown>

export const languageName = (language: string, locale: string) =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language
