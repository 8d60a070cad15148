import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** A page's heading and document title. Focus goes to the heading when one has come here from another page. */
export function Page({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { key } = useLocation()
  useEffect(() => {
    document.title = `${title} · Hearthside`
  }, [title])
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
