import { describe, expect, it } from 'vitest'
import { keepSounding } from '../../web/lib/keepSounding.ts'

/** As much of an audio context as a test without ears can hold; `may` says whether its system lets it go on. */
class Context extends EventTarget {
  state: AudioContextState | 'interrupted' = 'running'
  may = true
  become(state: Context['state']): void {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
  async resume(): Promise<void> {
    if (!this.may) throw new DOMException('', 'InvalidStateError')
    if (this.state !== 'running') this.become('running')
  }
}
const keep = () => {
  const context = new Context()
  const page = new EventTarget()
  keepSounding(context as unknown as AudioContext, page)
  return { context, page }
}

describe('sound', () => {
  it('goes on at once where it may', () => {
    const { context } = keep()
    context.become('suspended')
    expect(context.state).toBe('running')
  })

  it.each(['visibilitychange', 'pointerdown', 'pointerup', 'keydown'])(
    'goes on after a call of the system, by %s',
    (what) => {
      const { context, page } = keep()
      context.may = false
      context.become('interrupted')
      page.dispatchEvent(new Event(what))
      expect(context.state).toBe('interrupted')
      context.may = true
      page.dispatchEvent(new Event(what))
      expect(context.state).toBe('running')
    },
  )

  it('that was closed stays so', () => {
    const { context, page } = keep()
    context.become('closed')
    page.dispatchEvent(new Event('pointerdown'))
    expect(context.state).toBe('closed')
  })
})
