import {
  type MutateOptions,
  QueryCache,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { type ApiError, type ApiKey, api, type Code } from './api.ts'
import { forgetTab } from './quickExit.ts'

const AGAIN_MS = 5000
/** Silence is said soon, and asked again for as long as the page is open. */
const RETRIES: { [C in Code]?: number } = { offline: 1, internal: 3, storage_unavailable: 3 }
const WITHDRAWN: readonly ApiError['code'][] = ['sign_in_needed', 'not_allowed', 'not_found']

/** Answers are kept for this page only: nothing of them is written to the device. */
export function createQueries(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      // what one may not read any more is not shown any more
      onError: (error, query) => {
        if (WITHDRAWN.includes((error as ApiError).code)) query.setState({ data: undefined })
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // a refusal stays a refusal; only silence and failures are worth another try
        retry: (count, error) => count < (RETRIES[(error as ApiError).code] ?? 0),
        // a server that is away says nothing when it is back, and the browser notices only its own network
        refetchInterval: ({ state }) =>
          (state.error as ApiError | null)?.code === 'offline' ? AGAIN_MS : false,
      },
      // a press without a network is refused at once: nothing waits to be done when nobody looks any more
      mutations: { networkMode: 'always' },
    },
  })
}

type Answer<K extends ApiKey> = Awaited<ReturnType<typeof api<K>>>
type Input<K extends ApiKey> = Omit<NonNullable<Parameters<typeof api<K>>[1]>, 'signal'>

/** Reads one endpoint; the key is the endpoint with its parameters. */
export function useApi<K extends ApiKey>(key: K, input?: Input<K>, options: { enabled?: boolean } = {}) {
  const queryKey = [key, input ?? {}]
  const query = useQuery<Answer<K>, ApiError>({
    queryKey,
    queryFn: ({ signal }) => call(key, { ...input, signal }),
    ...options,
  })
  const { data, error, isPending, isFetched, failureReason, dataUpdatedAt, refetch } = query
  // asked again in silence: a refusal and the button beside it stay until there is an answer
  const last = useRef<{ about: string; error: ApiError }>(undefined)
  const about = JSON.stringify(queryKey)
  if (error) last.current = { about, error }
  else if (!isPending || last.current?.about !== about) last.current = undefined
  const said = last.current?.error ?? null
  return {
    data,
    error: said,
    isPending: isPending && !said,
    isFetched,
    failureReason,
    dataUpdatedAt,
    refetch,
  }
}

/** Ends what this page knows, after who is signed in has changed: the next person at this device sees none of it. */
export function useForget() {
  const queries = useQueryClient()
  return () => {
    forgetTab()
    return queries.resetQueries()
  }
}

/** Forgets what this tab keeps of somebody who is signed out, in whatever way: also by another device, or by time. */
export function useForgetWhoLeft(): void {
  const { data } = useApi('GET /api/account', undefined, { enabled: false })
  const somebody = data && data.account !== null
  const before = useRef(false)
  useEffect(() => {
    if (somebody === undefined) return
    if (before.current && !somebody) forgetTab()
    before.current = somebody
  }, [somebody])
}

/**
 * Changes something, then reads again what may have changed because of it. The same wish, pressed again while the
 * first is on its way, is one wish.
 */
export function useChange<K extends ApiKey>(key: K) {
  const queries = useQueryClient()
  const underway = useRef(new Set<string>())
  const change = useMutation<Answer<K>, ApiError, Input<K>>({
    mutationFn: (input) => call(key, input),
    onSuccess: () => queries.invalidateQueries(),
    onSettled: (_data, _error, input) => void underway.current.delete(JSON.stringify(input)),
  })
  const mutate = (input: Input<K>, options?: MutateOptions<Answer<K>, ApiError, Input<K>>): void => {
    const wish = JSON.stringify(input)
    if (underway.current.has(wish)) return
    underway.current.add(wish)
    ;(change.mutate as typeof mutate)(input, options)
  }
  return { ...change, mutate }
}

const call = <K extends ApiKey>(key: K, input: object) =>
  (api as (key: K, input: object) => Promise<Answer<K>>)(key, input)

export const useAccount = () => useApi('GET /api/account')
