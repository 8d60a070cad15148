type Place = { parent: Element; index: number }

/**
 * Moves focus when what had it goes away: to what came in its place, so that whoever uses a keyboard or listens to the
 * page goes on from there and not from its top. Returns what ends it.
 */
export function keepFocus(root: HTMLElement): () => void {
  let last: Element | undefined
  let way: Place[] = []

  const enter = ({ target }: FocusEvent) => {
    last = target as Element
    way = []
    for (let node = last; node !== root && node.parentElement; node = node.parentElement)
      way.push({ parent: node.parentElement, index: [...node.parentElement.children].indexOf(node) })
  }
  // somebody who pressed beside everything has left by themselves
  const leave = () =>
    queueMicrotask(() => {
      if (last?.isConnected && document.activeElement === document.body) last = undefined
    })
  const look = () => {
    if (!last || last.isConnected || document.activeElement !== document.body) return
    last = undefined
    const place = way.find(({ parent }) => parent.isConnected)
    if (place)
      land(place.parent.children[Math.min(place.index, place.parent.children.length - 1)] ?? place.parent)
  }

  const observer = new MutationObserver(look)
  observer.observe(root, { childList: true, subtree: true })
  root.addEventListener('focusin', enter)
  root.addEventListener('focusout', leave)
  return () => {
    observer.disconnect()
    root.removeEventListener('focusin', enter)
    root.removeEventListener('focusout', leave)
  }
}

/** The part's heading or first field, else the part itself. */
function land(part: Element): void {
  const target = part.querySelector('h1, h2, h3') ?? part.querySelector('input, select, textarea') ?? part
  if (!(target instanceof HTMLElement)) return
  if (target.tabIndex < 0) target.tabIndex = -1
  target.focus()
}
