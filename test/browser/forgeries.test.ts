import type { Room } from '@livekit/rtc-node'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startBrowser } from '../support/browser.ts'
import { demoPaths, signInToDemo } from '../support/demo.ts'
import { connect, disconnectAll } from '../support/participant.ts'
import { type Service, startService } from '../support/service.ts'

const TOPIC = 'lk.transcription'

/**
 * Marlow has a seat, and a program of his own in the place of our client: it can send whatever LiveKit lets through. Wren
 * is whom he would like to put words into the mouth of, Tove reads.
 */
describe('forged captions', { timeout: 60_000 }, () => {
  let service: Service
  let browser: Browser
  let tove: Page
  let marlow: Room
  const id = { tove: '', wren: '', marlow: '', wrenTrack: '' }
  let count = 0

  beforeAll(async () => {
    service = await startService({ flags: ['--demo'] })
    browser = await startBrowser()
    const open = async (name: 'Tove' | 'Wren') => {
      const { context, page } = await signInToDemo(browser, service, name)
      await page.goto(`${(await demoPaths(context)).open}/room`)
      await page.getByRole('button', { name: 'Come in' }).click()
      await page.getByText(`${name} (you)`).waitFor()
      return page
    }
    tove = await open('Tove')
    const wren = await open('Wren')
    await wren.getByRole('button', { name: 'Unmute me' }).click()
    const { context } = await signInToDemo(browser, service, 'Marlow')
    const { open: meetup } = await demoPaths(context)
    const joined = await context.request.post(`/api${meetup}/join`, { data: { tab: 'a'.repeat(22) } })
    const { token, room } = await joined.json()
    marlow = await connect(service.url, token)
    for (const { identity, pseudonym } of room.seats) id[pseudonym.toLowerCase() as 'tove'] = identity
    const track = () => [...(marlow.remoteParticipants.get(id.wren)?.trackPublications.keys() ?? [])][0]
    await vi.waitFor(() => expect(track()).toMatch(/^TR_/), 20_000)
    id.wrenTrack = track() ?? ''
    await tove.getByText('Marlow', { exact: true }).waitFor()
    await tove.getByRole('button', { name: 'Captions', exact: true }).click()
  })
  afterAll(async () => {
    await disconnectAll()
    await browser?.close()
    await service?.stop()
  })

  const log = () => tove.getByRole('log', { name: 'What was said' })
  const typed = (more: Record<string, string> = {}) => ({
    'lk.segment_id': `m${count++}`,
    'lk.transcription_final': 'true',
    'hearthside.kind': 'typed',
    ...more,
  })
  const voice = (track: string, more: Record<string, string> = {}) => {
    const { 'hearthside.kind': _, ...rest } = typed(more)
    return { ...rest, 'lk.transcribed_track_id': track }
  }
  const send = (text: string, attributes: Record<string, string>, more = {}) =>
    marlow.localParticipant?.sendText(text, { topic: TOPIC, attributes, ...more })
  /** What was sent before it has been read by then: LiveKit keeps a sender's order. */
  async function properLine(text: string): Promise<void> {
    await send(text, typed())
    await log().getByText(text).waitFor()
  }

  it('are shown not once, of a whole table of them, while a proper line is', async () => {
    const table: [
      what: string,
      attributes: Record<string, string>,
      text?: string,
      more?: { topic?: string; senderIdentity?: string },
    ][] = [
      ['somebody else’s voice', voice(id.wrenTrack)],
      ['somebody else’s voice, said to be typed', typed({ 'lk.transcribed_track_id': id.wrenTrack })],
      ['a voice that nobody has', voice('TR_nobody')],
      [
        'a captioner’s line by a member',
        typed({ 'hearthside.kind': 'captioner', 'hearthside.speaker': id.wren }),
      ],
      [
        'a captioner’s line with the track',
        voice(id.wrenTrack, { 'hearthside.kind': 'captioner', 'hearthside.speaker': id.wren }),
      ],
      ['a kind that there is not', typed({ 'hearthside.kind': 'system' })],
      [
        'a line that nobody may put right: another’s segment',
        voice(id.wrenTrack, { 'lk.segment_id': `${id.wren}/x` }),
      ],
      ['no id', typed({ 'lk.segment_id': '' })],
      ['an id that is markup', typed({ 'lk.segment_id': '<b>' })],
      ['ten thousand characters', typed(), 'FORGED '.repeat(1500)],
      ['one character more than fits', typed(), 'FORGED '.padEnd(601, 'x')],
      ['nothing that can be seen', typed(), '\u200B\u2060\u3164'],
      ['another topic', typed(), undefined, { topic: 'lk.chat' }],
      ['another sender in its own header', voice(id.wrenTrack), undefined, { senderIdentity: id.wren }],
    ]
    for (const [what, attributes, text = `FORGED: ${what}`, more] of table) {
      if (more?.senderIdentity) {
        const writer = await marlow.localParticipant?.streamText({ topic: TOPIC, attributes, ...more })
        await writer?.write(text)
        await writer?.close()
      } else await send(text, attributes, more)
    }
    await properLine('This is my own line.')
    expect(await tove.getByText('FORGED').count()).toBe(0)
    expect(await log().getByText('Wren').count()).toBe(0)
    expect(await log().innerText()).toContain('Marlow')
  })

  it('are not made by a name in the sender’s own header: LiveKit’s stamp counts', async () => {
    const writer = await marlow.localParticipant?.streamText({
      topic: TOPIC,
      attributes: typed(),
      senderIdentity: id.wren,
    })
    await writer?.write('Said under a borrowed name.')
    await writer?.close()
    await properLine('And this after it.')
    expect(await log().getByText('Wren').count()).toBe(0)
  })

  it('do not take a captioner’s place: a member who says that they write for everyone silences nobody', async () => {
    await marlow.localParticipant?.sendText('on', { topic: 'hearthside.captions' })
    await properLine('Still not a captioner.')
    expect(await tove.getByText('Marlow writes now.').count()).toBe(0)
  })

  it('cannot drown what others say: of 500 in a second only a few are read', async () => {
    const flood = Array.from({ length: 500 }, (_, i) => send(`Flood ${i}.`, typed()))
    await Promise.all(flood)
    await tove.getByLabel('Speak by typing').fill('Tove can still be read.')
    await tove.keyboard.press('Enter')
    await log().getByText('Tove can still be read.', { exact: true }).waitFor()
    await expect
      .poll(() =>
        log()
          .getByText(/Flood \d+\./)
          .count(),
      )
      .toBeLessThan(60)
  })

  it('do not come from an observer', async () => {
    await tove.getByRole('button', { name: 'People' }).click()
    await tove.getByLabel('Role of Marlow').selectOption('observer')
    await tove.getByRole('button', { name: 'Give Marlow this role' }).click()
    await tove.getByText('Marlow, listening').waitFor()
    await tove.getByRole('button', { name: 'Captions', exact: true }).click()
    await send('FORGED: an observer speaks', typed())?.catch(() => {})
    await tove.getByLabel('Speak by typing').fill('After the observer.')
    await tove.keyboard.press('Enter')
    await log().getByText('After the observer.', { exact: true }).waitFor()
    expect(await tove.getByText('FORGED').count()).toBe(0)
  })
})
