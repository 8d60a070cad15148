import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { RoomRole, Screen } from '../../../server/rooms/contract.ts'
import { useMedia } from '../../lib/useMedia.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import type { Captions } from '../captions.ts'
import { OwnCaptions } from '../OwnCaptions.tsx'
import { reading } from '../reading.ts'
import type { Someone } from '../supply.ts'
import { CaptionLog } from './CaptionLog.tsx'
import { Desk } from './Desk.tsx'
import { Missing } from './Missing.tsx'
import { ReadingFields } from './ReadingFields.tsx'
import { SecondScreens } from './SecondScreens.tsx'
import { TranslationField } from './TranslationField.tsx'
import { Typing } from './Typing.tsx'

type Props = {
  captions: Captions
  you: string | undefined
  people: readonly Someone[]
  /** second screens that are open now, of everyone */
  screens: readonly Screen[]
  meetupId: string
  /** one's own, as soon as it is known */
  role: RoomRole | undefined
  close: () => void
}

/** All that was said since one came, to read again and to search; and the way to say something by typing it. */
export function CaptionPanel({ captions, you, people, screens, meetupId, role, close }: Props) {
  const { t } = useLingui()
  const { shown } = useStore(reading)
  const sideways = useMedia('(max-height: 420px) and (min-width: 641px)')
  const [opened, open] = useState<'settings' | 'screens'>()
  const [fixing, setFixing] = useState(false)
  // the browser tells late that a sheet was closed: by then another may be open
  const shut = (sheet: typeof opened) => () => open((now) => (now === sheet ? undefined : now))
  return (
    <Panel title={t`Captions`} close={close} keepOpen={opened !== undefined || fixing}>
      <CaptionLog
        captions={captions}
        you={you}
        fixing={setFixing}
        growing={!shown}
        low={role === 'captioner' || sideways}
        below={
          role === 'captioner'
            ? you && <Desk captions={captions} you={you} people={people} />
            : role !== 'observer' && <Typing type={captions.actions.type} />
        }
      >
        <Button kind="plain" onClick={() => open('settings')}>
          <Trans>Settings</Trans>
        </Button>
      </CaptionLog>
      <Missing captions={captions} people={people} />
      {opened === 'screens' && (
        <SecondScreens
          meetupId={meetupId}
          screens={screens.filter((screen) => screen.owner === you)}
          close={shut('screens')}
        />
      )}
      {opened === 'settings' && (
        <Sheet title={t`Settings for captions`} close={shut('settings')}>
          <OwnCaptions captions={captions} />
          <p>
            <Button kind="plain" onClick={() => open('screens')}>
              <Trans>Captions on another screen</Trans>
            </Button>
          </p>
          <h3>
            <Trans>How captions look</Trans>
          </h3>
          <TranslationField captions={captions} />
          <ReadingFields />
        </Sheet>
      )}
    </Panel>
  )
}
