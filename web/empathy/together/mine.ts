import { createStore } from 'zustand/vanilla'
import { beforeQuickExit } from '../../lib/quickExit.ts'
import { type AnswersOfVisit, createAnswers } from '../measures/answers.ts'
import { createSharing, type Sharing } from './sharing.ts'

/** What one has of one's own beside the circle's scene: in this page's memory alone, one going-through at a time. */
export type Mine = {
  /** whose: the identity in the room of who is at this device */
  person: string
  meetupId: string
  scene: string
  opened: number
  answers: AnswersOfVisit
  sharing: Sharing
  /** one was in the scene, for however short a while */
  wasIn: boolean
  /** it came as far as its questions, where the circle can share */
  asked: boolean
  /** one has looked at one's own picture: the questions are over */
  seen: boolean
}

export const mine = createStore<{ now: Mine | undefined }>(() => ({ now: undefined }))

/** Makes room for one's own beside this going-through, in the place of the one before. */
export function beginMine(of: Pick<Mine, 'person' | 'meetupId' | 'scene' | 'opened'>): void {
  const { person, meetupId, opened } = of
  const { now } = mine.getState()
  if (now?.person === person && now.meetupId === meetupId && now.opened === opened) return
  now?.sharing.close()
  mine.setState({
    now: {
      ...of,
      answers: createAnswers(),
      sharing: createSharing({ person, meetupId, opened }),
      wasIn: false,
      asked: false,
      seen: false,
    },
  })
}

// a browser may keep the page that is left, and bring it back whole; and who signs out leaves nothing for the next
beforeQuickExit(() => {
  mine.getState().now?.sharing.close()
  mine.setState({ now: undefined })
})

export const noteMine = (change: Partial<Pick<Mine, 'wasIn' | 'asked' | 'seen'>>): void =>
  mine.setState(({ now }) => ({ now: now && { ...now, ...change } }))
