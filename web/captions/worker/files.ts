/**
 * Fetches files, by their parts in a model, at the same time and tells of all their bytes together. `total` may grow while
 * answers come in. Throws when one of them cannot be had whole.
 */
export async function fetchWithProgress<Part extends string>(
  addresses: Record<Part, string>,
  progress: (loaded: number, total: number) => void,
): Promise<Record<Part, Uint8Array>> {
  const entries = Object.entries<string>(addresses)
  const sizes = entries.map(() => ({ loaded: 0, total: 0 }))
  const sum = (what: 'loaded' | 'total') => sizes.reduce((all, size) => all + size[what], 0)
  const fetchOne = async (address: string, size: { loaded: number; total: number }) => {
    const answer = await fetch(address)
    if (!answer.ok || !answer.body) throw new Error(`${answer.status} for ${address}`)
    size.total = Number(answer.headers.get('content-length')) || 0
    const parts: Uint8Array[] = []
    for await (const part of answer.body) {
      parts.push(part)
      size.loaded += part.length
      progress(sum('loaded'), Math.max(sum('total'), sum('loaded')))
    }
    return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer())
  }
  const fetched = entries.map(async ([part, address], i) => [
    part,
    await fetchOne(address, sizes[i] ?? { loaded: 0, total: 0 }),
  ])
  return Object.fromEntries(await Promise.all(fetched))
}
