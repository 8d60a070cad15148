export type What = 'camera' | 'screen'
export type Showable = {
  attach: (element: HTMLMediaElement) => unknown
  detach: (element: HTMLMediaElement) => unknown
}

/**
 * Keeps video elements showing whom they are meant to show through unpublishing, reconnection and a new connection:
 * `renew` is called whenever tracks may have changed, and each element follows.
 */
export function createPictures(trackOf: (identity: string, what: What) => Showable | undefined) {
  const wishes = new Set<() => void>()
  return {
    renew(): void {
      for (const wish of wishes) wish()
    },
    /** Shows somebody's camera or screen in an element; returns what ends it. */
    show(identity: string, what: What, element: HTMLVideoElement): () => void {
      let shown: Showable | undefined
      const wish = () => {
        const track = trackOf(identity, what)
        if (track === shown) return
        shown?.detach(element)
        track?.attach(element)
        shown = track
      }
      wishes.add(wish)
      wish()
      return () => {
        wishes.delete(wish)
        shown?.detach(element)
      }
    },
  }
}

export type Pictures = ReturnType<typeof createPictures>
