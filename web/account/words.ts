import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Standing } from '../../server/accounts/contract.ts'

export const standings: Record<Standing, MessageDescriptor> = {
  member: msg`member`,
  facilitator: msg`facilitator`,
  steward: msg`steward`,
}
