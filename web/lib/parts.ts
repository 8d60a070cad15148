import { type ComponentType, lazy } from 'react'

/** A part of the client could not be fetched: there is no connection, or a newer version is in its place. */
export class NotLoaded extends Error {}

/** A component that is fetched when it is first wanted, or `early`: then it is there when the network is not. */
export const part = <P>(load: () => Promise<ComponentType<P>>) =>
  Object.assign(
    lazy(async () => ({
      default: await load().catch((cause) => {
        throw new NotLoaded('a part of the client was not loaded', { cause })
      }),
    })),
    { early: () => void load().catch(() => {}) },
  )
