import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { createConnection } from 'node:net'
import { AccessToken } from 'livekit-server-sdk'
import { describe, expect, it } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { createTestApp } from '../support/app.ts'
import { begin, beginFacilitator, enter, join, makeCircle, makeMeetup } from '../support/community.ts'
import { claimsOf, decode, gatePath, openHouse, within } from '../support/house.ts'
import { connect, knock } from '../support/participant.ts'
import { raw } from '../support/raw.ts'

const house = openHouse()
const { makeMeeting, nameOf, present, comeIn, command } = house

describe('the gate', () => {
  /** A JWT under any key and algorithm. */
  function forge(claims: object, { alg = 'HS256', secret = house.livekit.access.secret } = {}): string {
    const body = [{ alg, typ: 'JWT' }, claims]
      .map((p) => Buffer.from(JSON.stringify(p)).toString('base64url'))
      .join('.')
    const hash = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' }[alg]
    return `${body}.${hash ? createHmac(hash, secret).update(body).digest('base64url') : ''}`
  }

  it('lets a right token through, and only a right one', async () => {
    const { meetupId, member } = await makeMeeting()
    const { body } = await enter(member, meetupId)
    const token: string = body.token
    expect(await knock(house.app.url, gatePath(token))).toBe(101)
    const [head = '', payload = '', signature = ''] = token.split('.')
    const claims = decode(payload)
    const other = await makeMeeting()
    const { body: theirs } = await enter(other.facilitator, other.meetupId)
    const wrong: Record<string, string> = {
      'no token': '',
      'not a token': 'x',
      'no signature': `${head}.${payload}.`,
      'other signature': `${head}.${payload}.${signature.split('').reverse().join('')}`,
      'edited payload': `${head}.${Buffer.from(JSON.stringify({ ...claims, video: { ...claims.video, roomAdmin: true } })).toString('base64url')}.${signature}`,
      'alg none': forge(claims, { alg: 'none' }),
      'alg None': forge(claims, { alg: 'None' }),
      'other secret': forge(claims, { secret: 'another secret of thirty-two characters' }),
      'empty secret': forge(claims, { secret: '' }),
      'no room': forge({ ...claims, video: { ...claims.video, room: undefined } }),
      'every room': forge({ ...claims, video: { ...claims.video, room: '*' } }),
      'somebody else’s room': forge({
        ...claims,
        video: { ...claims.video, room: claimsOf(theirs.token).video.room },
      }),
      'unknown identity': forge({ ...claims, sub: newId() }),
      'no identity': forge({ ...claims, sub: undefined }),
      'no right to join': forge({ ...claims, video: { ...claims.video, roomJoin: false } }),
      'eleven minutes too old': forge({ ...claims, nbf: claims.nbf - 1000, exp: claims.exp - 760 }),
      'not valid yet': forge({ ...claims, nbf: claims.nbf + 10_000, exp: claims.exp + 10_000 }),
    }
    for (const [what, bad] of Object.entries(wrong)) {
      expect([what, await knock(house.app.url, gatePath(bad))]).toEqual([what, 401])
      await expect(connect(house.app.url, bad), what).rejects.toThrow()
    }
    await expect.poll(() => present(meetupId), within(2000)).toEqual([])
  })

  it('holds a socket with a ticket until its person is let in', async () => {
    const { meetupId, member } = await makeMeeting()
    const [ticket, tab] = [newId(), newId()]
    const connecting = connect(house.app.url, ticket)
    const { body } = await member.post(`/api/meetups/${meetupId}/join`, { tab, ticket })
    await connecting
    await expect.poll(() => present(meetupId), within(2000)).toEqual([body.room.you.identity])
  })

  it('does not wait for, nor announce, a browser that is gone', async () => {
    const { meetupId, member } = await makeMeeting()
    const ticket = newId()
    const { port } = new URL(house.app.url)
    const left = createConnection(Number(port), '127.0.0.1')
    left.write(
      `GET ${gatePath(ticket)} HTTP/1.1\r\nhost: localhost\r\nconnection: Upgrade\r\nupgrade: websocket\r\n` +
        'sec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    )
    let heard = ''
    left.on('data', (text) => {
      heard += text
    })
    const closed = new Promise((resolve) => left.on('close', resolve))
    left.end()
    await closed
    await member.post(`/api/meetups/${meetupId}/join`, { tab: newId(), ticket })
    expect(heard).toBe('')
    expect(await present(meetupId)).toEqual([])
  })

  it('takes a ticket for what its token is: nothing once its person was removed', async () => {
    const { meetupId, member, facilitator } = await makeMeeting()
    await comeIn(facilitator, meetupId)
    const ticket = newId()
    const { body } = await member.post(`/api/meetups/${meetupId}/join`, { tab: newId(), ticket })
    expect(await knock(house.app.url, gatePath(ticket))).toBe(101)
    await command(facilitator, meetupId, { type: 'remove', identity: body.room.you.identity })
    expect(await knock(house.app.url, gatePath(ticket))).toBe(401)
    const removed = await member.post(`/api/meetups/${meetupId}/join`, { tab: newId(), ticket: newId() })
    expect(removed.body.code).toBe('removed_from_room')
  })

  it('refuses a ticket that nobody was let in with', async () => {
    const { meetupId, circleId } = await makeMeeting()
    const other = await begin(house.app, 'Ilse')
    await join(other, circleId)
    const ticket = newId()
    const knocked = knock(house.app.url, gatePath(ticket))
    expect((await other.post(`/api/meetups/${meetupId}/join`, { tab: newId(), ticket })).body.code).toBe(
      'rsvp_needed',
    )
    expect(await knocked).toBe(401)
    const validate = await fetch(`${house.app.url}/livekit/rtc/validate?access_token=${ticket}`)
    expect(validate.status).toBe(401)
  })

  it('refuses a signed token of another kind: a webhook’s, an administrator’s', async () => {
    const { key, secret } = house.livekit.access
    const admin = new AccessToken(key, secret, { identity: newId() })
    admin.addGrant({ roomAdmin: true, roomCreate: true, roomList: true, room: 'x' })
    expect(await knock(house.app.url, gatePath(await admin.toJwt()))).toBe(401)
    expect(await knock(house.app.url, gatePath(house.reports.received.at(-1)?.authorization ?? ''))).toBe(401)
  })

  it.each([
    '/livekit/twirp/livekit.RoomService/ListRooms',
    '/livekit/rtc/../twirp/livekit.RoomService/ListRooms',
    '/livekit/rtc/%2e%2e/twirp/livekit.RoomService/ListRooms',
    '/livekit/rtc%2f..%2ftwirp/livekit.RoomService/ListRooms',
    '/livekit//twirp/livekit.RoomService/ListRooms',
    '/livekit/rtcx/../twirp/livekit.RoomService/ListRooms',
    '//livekit/twirp/livekit.RoomService/ListRooms',
    '/LIVEKIT/twirp/livekit.RoomService/ListRooms',
    '/livekit/',
    '/livekit/debug/goroutine',
    '/livekit/metrics',
  ])('does not lead to LiveKit’s API: %s', async (path) => {
    const { meetupId, member } = await makeMeeting()
    const { body } = await enter(member, meetupId)
    const { key, secret } = house.livekit.access
    const admin = new AccessToken(key, secret, { identity: body.room.you.identity })
    admin.addGrant({ roomJoin: true, room: await nameOf(meetupId), roomList: true, roomAdmin: true })
    const authorization = `Bearer ${await admin.toJwt()}`
    for (const method of ['GET', 'POST'] as const) {
      const headers = { authorization, 'content-type': 'application/json' }
      const body = method === 'POST' ? '{}' : ''
      const answer = await raw(house.app.url, path, { method, headers, body })
      // where it is no path of the gate's, it is the web client's page
      expect(answer.status === 200 ? answer.text.slice(0, 15) : '<!doctype html>').toBe('<!doctype html>')
      expect(answer.text).not.toContain(await nameOf(meetupId))
    }
    expect(await knock(house.app.url, path, { authorization })).not.toBe(101)
  })
})

describe('a LiveKit that somebody else runs', () => {
  it('never sees what signs people in here', async () => {
    const seen: IncomingHttpHeaders[] = []
    const theirs = createServer((req, res) => {
      if (req.url?.startsWith('/rtc')) seen.push(req.headers)
      res.setHeader('content-type', 'application/json').end('{}')
    })
    theirs.on('upgrade', (req, socket) => {
      seen.push(req.headers)
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    })
    await new Promise<void>((resolve) => theirs.listen(0, '127.0.0.1', resolve))
    const { port } = theirs.address() as { port: number }
    const app = await createTestApp({
      livekit: { url: `http://127.0.0.1:${port}`, key: 'key', secret: 'a secret of thirty-two characters' },
    })
    try {
      const tove = await beginFacilitator(app, 'Tove')
      const meetupId = await makeMeetup(tove, await makeCircle(tove), { inMinutes: 10 })
      const { body } = await enter(tove, meetupId)
      await tove.get(`/livekit/rtc/validate?access_token=${body.token}`)
      await knock(app.url, gatePath(body.token), { cookie: tove.cookie() })
      expect(seen).toHaveLength(2)
      expect(seen.map((headers) => headers.cookie)).toEqual([undefined, undefined])
    } finally {
      await app.close()
      theirs.closeAllConnections()
      theirs.close()
    }
  })
})
