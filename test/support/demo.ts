import { vi } from 'vitest'
import type { Visitor } from './browser.ts'
import { type Service, startService } from './service.ts'

/** The real service with its made-up community, in which one meetup is open now. */
export type Demo = Service & {
  /** where this person's sign-in link leads; each works once */
  link: (who: string) => string
}

export async function startDemo(env: Record<string, string> = {}): Promise<Demo> {
  const service = await startService({ flags: ['--demo'], env })
  const link = (who: string) => {
    const found = new RegExp(`\\(${who}\\): http\\S+?(/account/link#\\S+)`).exec(service.output())
    if (!found?.[1]) throw new Error(`the demo printed no link for ${who}`)
    return found[1]
  }
  await vi.waitFor(() => link('Marlow'))
  return { ...service, link }
}

/** Signs somebody of the demo in, and tells where their circle, a coming meetup and the open one are. */
export async function signIn(demo: Demo, { page, context }: Visitor, who: string) {
  await page.goto(demo.link(who))
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText(`You are signed in as ${who}`).waitFor()
  const { mine } = await (await context.request.get('/api/circles')).json()
  const { meetups } = await (await context.request.get('/api/meetups')).json()
  const first = (open: boolean) =>
    meetups.find(({ phase }: { phase: string }) => (phase !== 'scheduled') === open)?.id
  return {
    circle: `/circles/${mine[0].id}`,
    meetup: `/meetups/${first(false)}`,
    open: `/meetups/${first(true)}`,
  }
}
