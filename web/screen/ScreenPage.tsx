import { useState } from 'react'
import { Announcer } from '../ui/Announcer.tsx'
import { CodeForm } from './CodeForm.tsx'
import { keepKey, keptKey } from './key.ts'
import { ReadAlong } from './ReadAlong.tsx'

/** Captions alone, on a device of its own: a code from the room opens them. */
export function ScreenPage() {
  const [key, setKey] = useState(keptKey)
  const [ended, setEnded] = useState(false)
  const begin = (next: string) => {
    keepKey(next)
    setKey(next)
  }
  const end = () => {
    keepKey(undefined)
    setKey(undefined)
    setEnded(true)
  }
  return (
    <>
      {key ? <ReadAlong key={key} secret={key} end={end} /> : <CodeForm ended={ended} begin={begin} />}
      <Announcer />
    </>
  )
}
