import { useLingui } from '@lingui/react/macro'
import type { RoomRole } from '../../server/rooms/contract.ts'

/** Words for the roles in a room; a member needs none. */
export function useRoleWords(): Record<RoomRole, string> {
  const { t } = useLingui()
  return {
    facilitator: t`facilitator`,
    member: '',
    observer: t`listening`,
    captioner: t`captions`,
    interpreter: t`interpreter`,
  }
}
