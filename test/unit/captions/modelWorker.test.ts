import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ASK_EVERY_MS, createModelWorker } from '../../../web/captions/engines/modelWorker.ts'
import type { FromWorker, Load, ToWorker } from '../../../web/captions/worker/protocol.ts'

/** A worker that a test answers for. */
function open(unanswered: number) {
  const sent: ToWorker[] = []
  const made = {
    onmessage: (_: { data: FromWorker }) => {},
    postMessage: (message: ToWorker) => void sent.push(message),
    terminate: vi.fn(),
  }
  const answer = (data: FromWorker) => made.onmessage({ data })
  const gone = vi.fn()
  const model = createModelWorker({
    makeWorker: () => made as unknown as Worker,
    load: {} as Load,
    unanswered,
    progress: () => {},
    measured: () => {},
    gone,
  })
  answer({ type: 'ready', measured: undefined })
  const heard: unknown[] = []
  const stop = model.listen(new MessageChannel().port1, (event) => heard.push(event))
  return { model, answer, gone, heard, stop, sent, terminate: made.terminate }
}
const LAST = { type: 'text', phrase: 1, agreed: 'and good night.', tentative: '', final: true } as const

describe('a worker with a model', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it.each([
    ['a fast model: five seconds', 4, 5000],
    ['a slow one, which may be silent for twenty: forty seconds', 40, 40_000],
  ])('is waited for, for the last words of %s', async (_, unanswered, most) => {
    const { answer, stop, heard } = open(unanswered)
    let stopped = false
    void stop().then(() => {
      stopped = true
    })
    for (let waited = 0; waited < most - ASK_EVERY_MS; waited += ASK_EVERY_MS) {
      await vi.advanceTimersByTimeAsync(ASK_EVERY_MS)
      answer({ type: 'alive' })
    }
    expect(stopped).toBe(false)
    answer({ type: 'told', stream: 0, event: LAST })
    expect(heard).toEqual([LAST])
    await vi.advanceTimersByTimeAsync(ASK_EVERY_MS)
    expect(stopped).toBe(true)
  })

  it('is waited for no longer once it told them', async () => {
    const { answer, stop } = open(40)
    const stopping = stop()
    answer({ type: 'stopped', stream: 0 })
    await stopping
  })

  it('is gone when it has not answered so many questions, and not before; its streams end then', async () => {
    const { answer, gone, stop, terminate } = open(4)
    await vi.advanceTimersByTimeAsync(4 * ASK_EVERY_MS)
    answer({ type: 'alive' })
    await vi.advanceTimersByTimeAsync(4 * ASK_EVERY_MS)
    expect(gone).not.toHaveBeenCalled()
    const stopping = stop()
    await vi.advanceTimersByTimeAsync(ASK_EVERY_MS)
    expect(gone).toHaveBeenCalledOnce()
    expect(terminate).toHaveBeenCalledOnce()
    await stopping
  })
})
