import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { ErrorCode } from '../../server/contract.ts'

/** What silence means for something that was asked for: only the person knows whether to ask again. */
export const unansweredText = msg`There is no connection right now, and this may not have arrived. Nothing you saved before is lost. Try again when the connection is back.`

/** What each refusal means for the person: what happened, what is safe, the next step. */
export const errorTexts: Record<ErrorCode | 'offline', MessageDescriptor> = {
  offline: msg`There is no connection to Hearthside right now. Nothing you saved is lost. This page tries again by itself.`,
  not_valid: msg`Something in this form is not right yet. Look at the marked fields.`,
  sign_in_needed: msg`Start or sign in first; then come back here.`,
  strong_sign_in_needed: msg`This needs your passkey or the code from your authenticator app. Confirm it under “You”.`,
  not_allowed: msg`Your role does not include this.`,
  not_found: msg`There is nothing here, or it is not for this account.`,
  cross_site: msg`This request came from another site and was refused.`,
  too_large: msg`That is too much at once. Try something shorter.`,
  too_many: msg`That was a lot in a short time. Wait a moment, then try again.`,
  internal: msg`Something went wrong on our side. Nothing you saved before is lost. Try again.`,
  storage_unavailable: msg`Hearthside cannot save right now. Try again in a moment.`,
  already_signed_in: msg`This browser is signed in already. Sign out first to start a new account.`,
  link_not_valid: msg`This link has been used or is too old. Ask for a new one.`,
  other_browser: msg`Open this link in the browser where you asked for it, while signed in there.`,
  email_in_use: msg`This address already belongs to an account. Sign in with it instead.`,
  code_not_valid: msg`That code did not match, or was used before. Check it and try again.`,
  last_key: msg`This is the only way back into your account. Add another one first.`,
  last_strong_key: msg`Your role needs a passkey or a second factor. Add another one first.`,
  last_steward: msg`A community needs a steward. Make somebody else a steward first.`,
  device_check_needed: msg`A passkey works here only when your device checks your finger, face or PIN. Turn that on, or use another device.`,
  second_factor_needed: msg`Confirm with your passkey or your second factor first.`,
  name_taken: msg`That name, or one that looks like it, is taken in this circle. Choose another.`,
  name_not_allowed: msg`That name could be mistaken for a role or an official. Choose another.`,
  last_facilitator: msg`A circle needs a facilitator. Make somebody else a facilitator first.`,
  has_facilitator: msg`This circle has a facilitator again, who decides there now.`,
  not_trained: msg`Only somebody whom a steward has made a facilitator can facilitate a circle.`,
  invitation_not_valid: msg`This invitation has been used, taken back, or is too old. Ask for a new one.`,
  time_not_possible: msg`That time is in the past, too far ahead, or does not exist in that time zone.`,
  meetup_over: msg`This meetup is over or was cancelled.`,
  seats_in_use: msg`More people are coming than that. Choose at least as many seats as are taken.`,
  no_seat_left: msg`All seats are taken. Look again later: a seat may come free.`,
  not_open_yet: msg`The room opens 15 minutes before the meetup starts.`,
  rsvp_needed: msg`Take a seat for this meetup first; then you can come in.`,
  removed_from_room: msg`A facilitator has ended your place in this meetup. If you need somebody now, open Help.`,
  open_in_another_tab: msg`You are in this room in another tab or on another device.`,
  room_unavailable: msg`The video service is not answering. It is being restarted; this page tries again by itself.`,
  room_changed: msg`The room changed in the meantime. Look again, and repeat it if it is still right.`,
  not_in_room: msg`That person is not in the room any more.`,
  command_refused: msg`That is not possible right now.`,
}
