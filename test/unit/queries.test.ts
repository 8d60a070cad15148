import { describe, expect, it } from 'vitest'
import { ApiError, type Code } from '../../web/lib/api.ts'
import { createQueries } from '../../web/lib/queries.ts'

describe('what a page has read', () => {
  it.each<[Code, shown: boolean]>([
    ['sign_in_needed', false],
    ['not_allowed', false],
    ['not_found', false],
    ['offline', true],
    ['internal', true],
    ['too_many', true],
  ])('when reading it again ends with %s is shown still: %s', async (code, shown) => {
    const queries = createQueries()
    const queryKey = ['members']
    await queries.fetchQuery({ queryKey, queryFn: () => ['Wren'] })
    const queryFn = () => Promise.reject(new ApiError(code, 0, ''))
    const again = queries.fetchQuery({ queryKey, queryFn, staleTime: 0, retry: false })
    await expect(again).rejects.toMatchObject({ code })
    expect(queries.getQueryData(queryKey)).toEqual(shown ? ['Wren'] : undefined)
    queries.clear()
  })
})
