import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../server/app.ts'
import { newId } from '../../server/lib/ids.ts'
import { createTestApp, type TestApp } from '../support/app.ts'
import {
  begin,
  beginFacilitator,
  enter,
  join,
  makeCircle,
  makeMeetup,
  minutesLater,
  type Named,
  prove,
  rsvp,
} from '../support/community.ts'
import type { Person } from '../support/person.ts'

/** Who asks. `weak` is the circle's facilitator in a login session without passkey or second factor. */
const WHO = ['stranger', 'outsider', 'member', 'facilitator', 'weak', 'steward', 'leaving'] as const
type Who = (typeof WHO)[number]

/**
 * One letter for each of WHO, in that order: `+` the permission lets them through (whatever the handler then says),
 * `1` sign in needed, `3` refused, `4` does not exist for them.
 */
const TABLE: Record<string, string> = {
  'GET /api/account': '+++++++',
  'POST /api/account': '+++++++',
  'PATCH /api/account': '1+++++3',
  'POST /api/account/sign-out': '1++++++',
  // the facilitator’s wish ends their other login sessions, so the weak one is gone when its turn comes
  'POST /api/account/sign-out-elsewhere': '1+++1++',
  'POST /api/account/email': '1+++++3',
  'POST /api/account/sign-in-link': '+++++++',
  'POST /api/account/links/open': '+++++++',
  'POST /api/account/recovery-codes': '1+++++3',
  'POST /api/account/recover': '+++++++',
  'POST /api/account/totp': '1+++++3',
  'POST /api/account/totp/confirm': '1+++++3',
  'POST /api/account/totp/verify': '1+++++3',
  'DELETE /api/account/totp': '1334343',
  'DELETE /api/account/passkeys/:passkeyId': '133+3+3',
  'GET /api/account/export': '1++++++',
  // the facilitator's wish ends their other login sessions, so the weak one is gone when its turn comes
  'POST /api/account/delete': '1+++1++',
  'POST /api/account/keep': '1++++++',
  'GET /api/steward/people': '13333+3',
  'PUT /api/steward/people/:accountId/standing': '13333+3',
  'POST /api/steward/invitations': '13333+3',
  'DELETE /api/steward/invitations/:linkId': '13333+3',
  'GET /api/steward/circles': '13333+3',
  'PUT /api/steward/circles/:circleId/facilitator': '13333+3',
  'POST /api/steward/circles/:circleId/invitations': '13333+3',
  'GET /api/safety/contacts': '+++++++',
  'GET /api/captions/models': '+++++++',
  'GET /api/steward/contacts': '13333+3',
  'PUT /api/steward/contacts/:country': '13333+3',
  'DELETE /api/steward/contacts/:country': '13333+3',
  'GET /api/circles': '+++++++',
  'POST /api/circles': '133+3+3',
  'GET /api/circles/:circleId': '44+++44',
  'PATCH /api/circles/:circleId': '143+343',
  'POST /api/circles/:circleId/join': '1444443',
  'POST /api/circles/:circleId/leave': '14+++43',
  'PATCH /api/circles/:circleId/me': '14+++43',
  'GET /api/circles/:circleId/members': '14+++43',
  'PUT /api/circles/:circleId/members/:membershipId/answer': '143+343',
  'PUT /api/circles/:circleId/members/:membershipId/role': '143+343',
  'DELETE /api/circles/:circleId/members/:membershipId': '143+343',
  'GET /api/circles/:circleId/invitations': '143+343',
  'POST /api/circles/:circleId/invitations': '143+343',
  'DELETE /api/circles/:circleId/invitations/:invitationId': '143+343',
  'POST /api/invitations/open': '1+++++3',
  'POST /api/invitations/accept': '1+++++3',
  'GET /api/meetups': '1+++++3',
  'GET /api/circles/:circleId/meetups': '14+++43',
  'POST /api/circles/:circleId/meetups': '143+343',
  'GET /api/meetups/:meetupId': '14+++43',
  'GET /api/meetups/:meetupId/events': '14+++43',
  'PATCH /api/meetups/:meetupId': '143+343',
  'POST /api/meetups/:meetupId/cancel': '143+343',
  'PUT /api/meetups/:meetupId/rsvp': '14+++43',
  'POST /api/meetups/:meetupId/join': '14++343',
  'GET /api/meetups/:meetupId/room': '14+++43',
  'POST /api/meetups/:meetupId/room/leave': '14+++43',
  'POST /api/meetups/:meetupId/room/commands': '143+343',
  'PUT /api/meetups/:meetupId/room/scene/me': '14+++43',
  'POST /api/meetups/:meetupId/room/screens': '14++343',
  'DELETE /api/meetups/:meetupId/room/screens/:identity': '14+++43',
  'POST /api/screens': '+++++++',
  'POST /api/screens/join': '+++++++',
  'POST /api/screens/leave': '+++++++',
  'POST /api/meetups/:meetupId/room/scene/slip': '14+3343',
  'PUT /api/meetups/:meetupId/room/scene/answers': '14+3343',
  'POST /api/meetups/:meetupId/room/scene/answers/withdraw': '14+++43',
  'GET /api/meetups/:meetupId/tallies': '14+++43',
  'GET /api/clock': '+++++++',
  'POST /api/handover': '+++++++',
  'POST /api/handover/use': '+++++++',
}

/** What of a circle nobody else can see: an invite-only one, with a meetup that is open for arrival. */
type World = {
  app: TestApp
  people: Record<Who, Person>
  circleId: string
  meetupId: string
  membershipId: string
}

async function makeWorld(): Promise<World> {
  const app = await createTestApp()
  const facilitator = await beginFacilitator(app, 'Tove')
  const member = await begin(app, 'Wren')
  const circleId = await makeCircle(facilitator)
  await join(member, circleId)
  const meetupId = await makeMeetup(facilitator, circleId)
  await rsvp(member, meetupId)
  await facilitator.patch(`/api/circles/${circleId}`, { entry: 'invitation' })
  const { body } = await facilitator.get(`/api/circles/${circleId}/members`)
  const membershipId = body.members.find((m: { pseudonym: string }) => m.pseudonym === 'Wren').id
  app.setNow(minutesLater(50))
  await prove(app, facilitator)
  await enter(facilitator, meetupId)
  await enter(member, meetupId)
  const leaving = await begin(app, 'Ash')
  await leaving.post('/api/account/delete')
  const people = {
    stranger: app.stranger(),
    outsider: await begin(app, 'Otto'),
    member,
    facilitator,
    weak: await weakCopy(app, facilitator),
    steward: await beginFacilitator(app, 'Sol', 'steward'),
    leaving,
  }
  return { app, people, circleId, meetupId, membershipId }
}

async function weakCopy(app: TestApp, person: Named): Promise<Person> {
  const weak = app.stranger()
  const { url } = await (await import('../../server/accounts/links.ts')).makeLink(app.deps, {
    purpose: 'sign_in',
    accountId: person.accountId,
  })
  await weak.post('/api/account/links/open', { token: url.split('#')[1] })
  return weak
}

/** Bodies good enough to pass validation, so that the permission is what answers. */
const BODIES: Record<string, unknown> = {
  'POST /api/account': { pseudonym: 'Nobody', adult: true },
  'POST /api/account/email': { email: 'somebody@example.org' },
  'POST /api/account/sign-in-link': { email: 'somebody@example.org' },
  'POST /api/account/links/open': { token: 'x' },
  'POST /api/account/recover': { code: 'x' },
  'POST /api/account/totp/confirm': { code: '000000' },
  'POST /api/account/totp/verify': { code: '000000' },
  'POST /api/steward/invitations': { standing: 'facilitator' },
  'PUT /api/steward/people/:accountId/standing': { standing: 'member' },
  'PUT /api/steward/circles/:circleId/facilitator': { membershipId: newId() },
  'POST /api/meetups/:meetupId/join': { tab: newId() },
  'POST /api/invitations/open': { code: 'x' },
  'PUT /api/steward/contacts/:country': { emergency: '112', lines: [] },
  'PUT /api/meetups/:meetupId/room/scene/me': { out: true },
  'PUT /api/meetups/:meetupId/room/scene/answers': {
    slip: 'x',
    answers: { pity: { before: 4, after: 3 } },
  },
  'POST /api/meetups/:meetupId/room/scene/answers/withdraw': { slip: 'x' },
  'POST /api/screens': { code: 'x' },
  'POST /api/screens/join': { key: 'x' },
  'POST /api/screens/leave': { key: 'x' },
  'POST /api/handover': { scene: 'a-scene', t: 0, made: {}, intensity: 1, settings: {} },
  'POST /api/handover/use': { code: 'x' },
  'POST /api/invitations/accept': { code: 'x', pseudonym: 'Nobody' },
}

const outcome = (status: number, code: string | undefined): string => {
  if (code === 'sign_in_needed') return '1'
  if (code === 'not_allowed' || code === 'strong_sign_in_needed') return '3'
  if (status === 404 && code === 'not_found') return '4'
  return '+'
}

describe('every route', () => {
  it('has a row in this table, and every row a route', () => {
    expect(Object.keys(TABLE).sort()).toEqual(routes.map((r) => r.key).sort())
  })

  describe('lets through exactly those the table says', () => {
    let world: World
    beforeAll(async () => {
      world = await makeWorld()
    })
    afterAll(() => world.app.close())

    // routes that end something for the one who asks come last, each on people of their own
    const keys = Object.keys(TABLE).filter(
      (k) =>
        ![
          'POST /api/account/sign-out',
          'POST /api/account/sign-out-elsewhere',
          'POST /api/account/delete',
          'POST /api/account/keep',
          'POST /api/circles/:circleId/leave',
          'DELETE /api/circles/:circleId/members/:membershipId',
          'POST /api/meetups/:meetupId/cancel',
        ].includes(k),
    )
    it.each(keys)('%s', async (key) => {
      expect(await row(world, key)).toBe(TABLE[key])
    })
  })

  it.each([
    'POST /api/account/sign-out',
    'POST /api/account/sign-out-elsewhere',
    'POST /api/account/delete',
    'POST /api/account/keep',
    'POST /api/circles/:circleId/leave',
    'DELETE /api/circles/:circleId/members/:membershipId',
    'POST /api/meetups/:meetupId/cancel',
  ])('%s', async (key) => {
    const world = await makeWorld()
    try {
      expect(await row(world, key)).toBe(TABLE[key])
    } finally {
      await world.app.close()
    }
  })
})

async function row({ app, people, circleId, meetupId, membershipId }: World, key: string): Promise<string> {
  const [method = '', template = ''] = key.split(' ')
  const ids: Record<string, string> = {
    circleId,
    meetupId,
    membershipId,
    invitationId: newId(),
    passkeyId: newId(),
    accountId: newId(),
    linkId: newId(),
    country: 'SE',
    identity: newId(),
  }
  const path = template.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? '')
  let found = ''
  for (const who of WHO) {
    const body = method === 'GET' || method === 'DELETE' ? undefined : (BODIES[key] ?? {})
    const { status, body: answer } = await (who === 'stranger' ? app.stranger() : people[who]).request(
      method,
      path,
      body,
    )
    // a well-allowed request for a random id of a thing that is not there answers 404 as well
    const lookup = /invitationId|passkeyId|accountId|linkId|identity/.test(key) && status === 404
    found += lookup && TABLE[key]?.[found.length] === '+' ? '+' : outcome(status, answer?.code)
  }
  return found
}
