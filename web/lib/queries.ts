import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ApiError, type ApiKey, api } from './api.ts'

/** Answers are kept for this page only: nothing of them is written to the device. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // a refusal stays a refusal; only silence and failures are worth another try
        retry: (count, error) =>
          count < 3 && ['offline', 'internal', 'storage_unavailable'].includes((error as ApiError).code),
      },
    },
  })
}

type Input<K extends ApiKey> = Omit<NonNullable<Parameters<typeof api<K>>[1]>, 'signal'>

/** Reads one endpoint; the key is the endpoint with its parameters. */
export function useApi<K extends ApiKey>(key: K, input?: Input<K>, options: { enabled?: boolean } = {}) {
  return useQuery<Awaited<ReturnType<typeof api<K>>>, ApiError>({
    queryKey: [key, input ?? {}],
    queryFn: ({ signal }) => call(key, { ...input, signal }),
    ...options,
  })
}

/** Ends what this page knows, after who is signed in has changed: the next person at this device sees none of it. */
export function useForget() {
  const queries = useQueryClient()
  return () => queries.resetQueries()
}

/** Changes something, then reads again what may have changed because of it. */
export function useChange<K extends ApiKey>(key: K) {
  const queries = useQueryClient()
  return useMutation<Awaited<ReturnType<typeof api<K>>>, ApiError, Input<K>>({
    mutationFn: (input) => call(key, input),
    onSuccess: () => queries.invalidateQueries(),
  })
}

const call = <K extends ApiKey>(key: K, input: object) =>
  (api as (key: K, input: object) => Promise<Awaited<ReturnType<typeof api<K>>>>)(key, input)

export const useAccount = () => useApi('GET /api/account')
