import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

type Props = {
  title: string
  /** for the browser's tab and history, which others at this device see, where the title names people or circles */
  tab?: string
  children: ReactNode
}

/** A page's heading and document title. Focus goes to the heading when one has come here from another page. */
export function Page({ title, tab = title, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { key } = useLocation()
  useEffect(() => {
    document.title = `${tab} · Hearthside`
  }, [tab])
  useEffect(() => {
    // the very first page of a visit keeps focus where the browser put it
    if (key !== 'default') heading.current?.focus()
  }, [key])
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        <bdi>{title}</bdi>
      </h1>
      {children}
    </>
  )
}
