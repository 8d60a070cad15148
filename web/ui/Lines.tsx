import styles from './Lines.module.css'

/** What somebody wrote line by line, as a list that is easy to read and to hear; one line stays a paragraph. */
export function Lines({ text }: { text: string }) {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length < 2) return <p>{text}</p>
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
