import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { randomId } from '../../lib/randomId.ts'
import { Button } from '../../ui/Button.tsx'
import input from '../../ui/Field.module.css'
import type { CaptionerLine, Captions } from '../captions.ts'
import { readDesk } from '../desk.ts'
import { createOutbox } from '../outbox.ts'
import { isCorrectable, isOwn } from '../segments.ts'
import type { Someone } from '../supply.ts'
import styles from './Desk.module.css'

type Props = { captions: Captions; you: string; people: readonly Someone[] }

/** Where a captioner writes: for everyone while they are on, each word as it comes, in whoever's name they choose. */
export function Desk({ captions, you, people }: Props) {
  const { onAir } = useStore(captions.state)
  const writer = people.find(({ identity }) => identity === onAir)?.pseudonym
  const { goOnAir } = captions.actions
  const mine = onAir === you
  const section = useRef<HTMLElement>(null)
  /** what had focus went with the editor */
  const lost = useRef(false)
  useLayoutEffect(() => {
    if (!mine && lost.current) section.current?.querySelector('button')?.focus()
    lost.current = false
  }, [mine])
  const gone = () => {
    lost.current = section.current?.contains(document.activeElement) ?? false
  }
  return (
    <section ref={section} className={styles.desk} aria-labelledby="desk">
      <h3 id="desk" className="visually-hidden">
        <Trans>You write for everyone</Trans>
      </h3>
      {mine ? (
        <Editor captions={captions} you={you} people={people} stop={() => goOnAir(false)} gone={gone} />
      ) : (
        <p>
          <Button onClick={() => goOnAir(true)}>
            {writer ? <Trans>Take over from {writer}</Trans> : <Trans>Begin to write</Trans>}
          </Button>
        </p>
      )}
      <p role="status">
        {mine ? (
          <Trans>Everyone reads what you write.</Trans>
        ) : writer ? (
          <Trans>
            <bdi>{writer}</bdi> writes now.
          </Trans>
        ) : (
          <Trans>Captions come by machine until you begin.</Trans>
        )}
      </p>
    </section>
  )
}

/** Without a key for so long, a line ends by itself: those who hear captions read out get whole lines alone. */
const PAUSE_MS = 5000

type EditorProps = Props & {
  stop: () => void
  /** it is about to go, with whatever in it has focus */
  gone: () => void
}

function Editor({ captions, you, people, stop, gone }: EditorProps) {
  const { t } = useLingui()
  const speakers = people.filter(({ role }) => role !== 'observer' && role !== 'captioner')
  const [speaker, setSpeaker] = useState<string>()
  const [text, setText] = useState('')
  const [waiting, setWaiting] = useState(0)
  /** one of the last lines, while it is being put right */
  const [fixing, fix] = useState<string>()
  /** stopping, while the last lines are still on their way */
  const [stopping, setStopping] = useState(false)
  const id = useRef(randomId())
  const field = useRef<HTMLTextAreaElement>(null)
  const where = useRef<HTMLDivElement>(null)
  const [outbox, setOutbox] = useState<ReturnType<typeof createOutbox<CaptionerLine>>>()
  useEffect(() => {
    const made = createOutbox<CaptionerLine>({ send: captions.actions.write, waiting: setWaiting })
    setOutbox(made)
    return made.close
  }, [captions])
  useEffect(() => {
    field.current?.focus()
    // as when a phone is turned: whoever writes sees where
    const inSight = () =>
      where.current?.contains(document.activeElement) && where.current.scrollIntoView({ block: 'nearest' })
    addEventListener('resize', inSight)
    return () => removeEventListener('resize', inSight)
  }, [])
  // who has left cannot be written for
  const whose = speakers.some(({ identity }) => identity === speaker) ? speaker : undefined

  const put = (text: string, final: boolean, speaker: string | undefined) => {
    if (text.trim()) outbox?.put({ id: id.current, text: text.trim(), final, speaker })
    if (final) id.current = randomId()
  }
  function write(written: string): void {
    const { ended, open } = readDesk(written, whose, speakers)
    for (const line of ended) put(line.text, true, line.speaker)
    put(open.text, false, open.speaker)
    setText(open.text)
    setSpeaker(open.speaker)
  }
  /** What stands there goes out, also a line that is being put right. */
  function letGo(): void {
    if (fixing === undefined) put(text, true, whose)
    else if (text.trim()) putRight()
    leave()
  }
  function choose(next: string | undefined): void {
    // the words so far were said by somebody else
    letGo()
    setSpeaker(next)
    field.current?.focus()
  }
  async function finish(): Promise<void> {
    letGo()
    setStopping(true)
    await outbox?.empty()
    stop()
  }
  // whoever closes the panel meanwhile has stopped all the same
  const going = useRef(() => {})
  going.current = () => {
    gone()
    if (stopping) stop()
  }
  useLayoutEffect(() => () => going.current(), [])
  const end = useRef(() => {})
  end.current = () => write(`${text}\n`)
  useEffect(() => {
    if (!text.trim() || fixing !== undefined) return
    const timer = setTimeout(() => end.current(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, fixing])

  const { segments } = useStore(captions.state)
  const lastOnes = segments.filter((one) => isOwn(one, you) && one.final && isCorrectable(segments, one))
  const fixed = lastOnes.find(({ key }) => key === fixing)
  const changed = fixing !== undefined && text.trim() !== fixed?.text
  const tooLate = fixing !== undefined && !fixed
  function back(step: -1 | 1): void {
    const place = lastOnes.findIndex(({ key }) => key === fixing)
    const next = lastOnes[place === -1 ? lastOnes.length - 1 : place + step]
    if (!next && step === -1) return
    fix(next?.key)
    setText(next?.text ?? '')
  }
  function leave(): void {
    fix(undefined)
    setText('')
  }
  /** It goes before all that wait: these would make it too old. */
  function putRight(): void {
    if (!fixed || !changed) return
    const id = fixed.key.slice(fixed.key.indexOf('/') + 1)
    outbox?.put({ id, text: text.trim(), final: true, speaker: fixed.speaker }, true)
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (stopping) return
    const chosen = event.altKey && /^Digit\d$/.test(event.code) ? Number(event.code.slice(5)) : undefined
    if (chosen !== undefined) {
      event.preventDefault()
      const person = speakers.find(({ seat }) => seat + 1 === chosen)
      if (person || chosen === 0) choose(person?.identity)
    } else if (event.key === 'ArrowUp' && (fixing === undefined ? text === '' : !changed)) {
      event.preventDefault()
      back(-1)
    } else if (fixing === undefined) return
    // in a line that was changed the arrows are for its own words
    else if (event.key === 'ArrowDown' && !changed) {
      event.preventDefault()
      back(1)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (tooLate) return
      putRight()
      leave()
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      leave()
    }
  }

  return (
    <>
      <div ref={where} className={styles.where}>
        <label htmlFor="desk-text">
          {fixing === undefined ? <Trans>What is said</Trans> : <Trans>Put this line right</Trans>}
        </label>
        <textarea
          id="desk-text"
          ref={field}
          rows={3}
          value={text}
          className={input.input}
          aria-describedby="desk-hint"
          autoComplete="off"
          spellCheck={false}
          readOnly={stopping}
          onChange={(event) => (fixing === undefined ? write : setText)(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {tooLate && (
          <p role="alert">
            <Trans>This line can no longer be put right: newer ones have gone out.</Trans>
          </p>
        )}
        {waiting > 0 && (
          <p role="status">
            <Plural
              value={waiting}
              one="The connection is away: one line waits, and goes out by itself."
              other="The connection is away: # lines wait, and go out by themselves."
            />
          </p>
        )}
      </div>
      {stopping ? (
        <p role="status">
          <Trans>Your last lines are still going out. If you stop at once, the rest is lost.</Trans>
        </p>
      ) : (
        <fieldset className={styles.speakers}>
          <legend className="visually-hidden">
            <Trans>Who speaks</Trans>
          </legend>
          <Speaks
            name={t`Sounds, or nobody named`}
            number={0}
            on={fixing === undefined && !whose}
            choose={() => choose(undefined)}
          />
          {speakers.map(({ identity, pseudonym, seat }) => (
            <Speaks
              key={identity}
              name={pseudonym}
              // stays theirs, whoever comes and goes
              number={seat + 1}
              on={fixing === undefined && identity === whose}
              choose={() => choose(identity)}
            />
          ))}
        </fieldset>
      )}
      <p>
        <Button kind="plain" busy={stopping} onClick={() => void finish()}>
          <Trans>Stop writing</Trans>
        </Button>
      </p>
      {/* below: a second press of the first must not mean it */}
      {stopping && (
        <p>
          <Button kind="plain" onClick={stop}>
            <Trans>Stop at once</Trans>
          </Button>
        </p>
      )}
      <p id="desk-hint" className="soft">
        {fixing === undefined ? (
          <Trans>
            Enter ends a line; pasted text may have many. Alt and a number, or {'>> Name:'}, say who speaks.
            Arrow up puts one of the last lines right. Sounds go in brackets: [laughter].
          </Trans>
        ) : (
          <Trans>Enter changes it for everyone, Esc leaves it. Arrow up and down: other lines.</Trans>
        )}
      </p>
    </>
  )
}

type SpeaksProps = { name: string; number: number; on: boolean; choose: () => void }

function Speaks({ name, number, on, choose }: SpeaksProps) {
  return (
    <button type="button" className={styles.speaks} aria-pressed={on} onClick={choose}>
      {number < 10 && <kbd>{number}</kbd>} <bdi>{name}</bdi>
    </button>
  )
}
