import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '../../ui/Button.tsx'
import card from '../../ui/Card.module.css'
import { Field } from '../../ui/Field.tsx'
import type { Captions } from '../captions.ts'
import { lookOf } from '../look.ts'
import { reading } from '../reading.ts'
import { searchIn } from '../search.ts'
import { isCorrectable, isOwn } from '../segments.ts'
import { turnsOf } from '../turns.ts'
import { useSteadyLines } from '../useSteadyLines.ts'
import styles from './CaptionLog.module.css'
import { Turn } from './Turn.tsx'

type Props = {
  captions: Captions
  /** who reads here: may put their own last lines right */
  you: string | undefined
  /** somebody is about to put a line right */
  fixing?: (on: boolean) => void
  /** words that may still change are here too: nothing else on this screen shows them */
  growing: boolean
  /** the list looks as its reader wants captions to look, and not as what stands around it */
  looks?: boolean
  /** what stands right below the list */
  below?: ReactNode
  /** the search comes after that */
  low?: boolean
  /** what stands beside the search */
  children: ReactNode
}

/** All that was said since one came, to read again and to search. */
export function CaptionLog({
  captions,
  you,
  fixing: tell,
  growing,
  looks = false,
  below,
  low = false,
  children,
}: Props) {
  const { t } = useLingui()
  const look = useStore(reading)
  const all = useStore(captions.state, (state) => state.segments)
  const [search, setSearch] = useState<string>()
  const [fixing, setFixing] = useState<string>()
  const heardToo = look.spoken === 'everything'
  const segments = growing || heardToo ? all : all.filter((segment) => segment.final)
  const found = searchIn(segments, search ?? '')
  const { around, letters } = lookOf(look)
  const log = useRef<HTMLDivElement>(null)
  const [follows, setFollows] = useState(true)
  const text = useSteadyLines(found, [look, search, follows], () => {
    // what one puts right stays in sight, also when a phone's keys take half of the window
    if (fixing !== undefined)
      log.current?.querySelector('textarea:focus')?.scrollIntoView({ block: 'nearest' })
    else if (follows && log.current) log.current.scrollTop = log.current.scrollHeight
  })
  const sizes = useRef('')
  const onScroll = () => {
    const { scrollTop = 0, clientHeight = 0, scrollHeight = 0 } = log.current ?? {}
    const before = sizes.current
    sizes.current = `${clientHeight} of ${scrollHeight}`
    // a list whose size changed has moved by itself, and nobody has scrolled away
    if (before === sizes.current || !follows) setFollows(scrollHeight - scrollTop - clientHeight < 48)
  }
  const fixable = new Set(
    all.flatMap((segment) =>
      isOwn(segment, you) && segment.final && isCorrectable(all, segment) ? [segment.key] : [],
    ),
  )
  const telling = useRef(tell)
  telling.current = tell
  const fix = useCallback((key: string | undefined) => {
    setFixing(key)
    telling.current?.(key !== undefined)
  }, [])
  const tools = (
    <>
      <p className={card.row}>
        {children}
        {all.length > 0 && (
          <Button
            kind="plain"
            aria-expanded={search !== undefined}
            onClick={() => setSearch(search === undefined ? '' : undefined)}
          >
            <Trans>Search</Trans>
          </Button>
        )}
      </p>
      {search !== undefined && (
        <Field name="search" label={t`Search in what was said`} value={search} onChange={setSearch} />
      )}
      {search && (
        <p role="status">
          <Plural value={found.length} _0="Nothing found" one="# place" other="# places" />
        </p>
      )}
    </>
  )
  return (
    <>
      {!low && tools}
      <div
        ref={log}
        role="log"
        aria-label={t`What was said`}
        aria-live={look.spoken === 'nothing' || search ? 'off' : 'polite'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        tabIndex={0}
        data-low={low}
        {...(looks && around)}
        className={looks ? `${around.className} ${styles.log}` : styles.log}
        onScroll={onScroll}
      >
        <div ref={text} className={looks ? letters : undefined}>
          {all.length === 0 && (
            <p className="soft">
              <Trans>
                What is said from now on can be read here while the meetup lasts. It is kept nowhere, and
                nothing that was said before you came is here.
              </Trans>
            </p>
          )}
          {turnsOf(found).map((turn) => (
            <Turn
              key={turn.key}
              turn={turn}
              captions={captions}
              heardToo={heardToo}
              fixable={fixable}
              fixing={fixing}
              fix={fix}
            />
          ))}
        </div>
      </div>
      {!follows && (
        <p>
          <Button kind="plain" onClick={() => setFollows(true)}>
            <Trans>To the newest words</Trans>
          </Button>
        </p>
      )}
      {below}
      {low && tools}
    </>
  )
}
