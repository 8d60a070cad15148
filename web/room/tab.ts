import { randomId } from '../lib/randomId.ts'

const KEY = 'tab'

type Said = { id: string; by: string } & ({ what: 'asks' } | { what: 'has it' })

/**
 * A random id of this tab: a reload keeps it, another tab has another. A tab that is duplicated begins with a copy of the
 * id; whoever has it already answers, and the newer one takes another before it comes in anywhere.
 */
export function openTab(): { id: () => string } {
  let id = sessionStorage.getItem(KEY) ?? randomId()
  sessionStorage.setItem(KEY, id)
  const me = randomId()
  const channel = new BroadcastChannel('tabs')
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data.id !== id) return
    if (data.what === 'asks') return channel.postMessage({ ...data, what: 'has it' } satisfies Said)
    if (data.by !== me) return
    id = randomId()
    sessionStorage.setItem(KEY, id)
  }
  channel.postMessage({ what: 'asks', id, by: me } satisfies Said)
  return {
    id() {
      // what this tab kept was forgotten: whoever is here now is somebody else
      if (sessionStorage.getItem(KEY) !== id) {
        id = randomId()
        sessionStorage.setItem(KEY, id)
      }
      return id
    },
  }
}
