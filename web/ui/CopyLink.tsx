import card from './Card.module.css'
import { CopyButton } from './CopyButton.tsx'

/** A link to give to somebody: to read, select and copy. */
export function CopyLink({ url }: { url: string }) {
  return (
    <p className={card.row}>
      <output>
        <code className={card.code}>{url}</code>
      </output>
      <CopyButton text={url} />
    </p>
  )
}
