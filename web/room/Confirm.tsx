import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Sheet } from '../ui/Sheet.tsx'

type Props = { title: string; yes: string; act: () => void; close: () => void; children: ReactNode }

/** Asks once more before something that cannot be taken back, or that a slip of a key began. */
export function Confirm({ title, yes, act, close, children }: Props) {
  return (
    <Sheet
      title={title}
      close={close}
      actions={
        <Button
          kind="stop"
          onClick={() => {
            close()
            act()
          }}
        >
          {yes}
        </Button>
      }
    >
      <p>{children}</p>
    </Sheet>
  )
}
