import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type Visitor, visit } from './browser.ts'
import type { Service } from './service.ts'

/** Signs one of the demo's people in by the link that its start printed; each link works once. */
export async function signInToDemo(
  browser: Browser,
  service: Service,
  name: 'Tove' | 'Wren' | 'Marlow',
  options: Parameters<typeof visit>[2] = {},
): Promise<Visitor> {
  const link = await service.says(new RegExp(`\\(${name}\\): (\\S+)\\s`))
  const visitor = await visit(browser, service.url, options)
  await visitor.page.goto(link)
  await visitor.page.getByRole('button', { name: 'Continue' }).click()
  await visitor.page.getByText(`You are signed in as ${name}`).waitFor()
  return visitor
}

export type DemoPaths = { circle: string; meetup: string; open: string }

/** Where the signed-in person's first circle is, a meetup that is still to come, and one whose room is open. */
export async function demoPaths(context: BrowserContext): Promise<DemoPaths> {
  const { mine } = await (await context.request.get('/api/circles')).json()
  const { meetups } = await (await context.request.get('/api/meetups')).json()
  const find = (scheduled: boolean) =>
    meetups.find((m: { phase: string }) => (m.phase === 'scheduled') === scheduled).id
  return {
    circle: `/circles/${mine[0].id}`,
    meetup: `/meetups/${find(true)}`,
    open: `/meetups/${find(false)}`,
  }
}

/** Every page of the demo that its steward can open: name, path, and words that are there once it is ready. */
export const demoPages: readonly [name: string, path: (at: DemoPaths) => string, ready: string][] = [
  ['welcome', () => '/', 'What this is not'],
  ['circles', () => '/circles', 'Begin a new circle'],
  ['a new circle', () => '/circles/new', 'Begin this circle'],
  ['a circle', (at) => at.circle, 'Who is in this circle'],
  ['an invitation', () => '/invitation#x', 'Open the invitation'],
  ['a meetup', (at) => at.meetup, 'Who will be there for you'],
  ['before the room', (at) => `${at.open}/room`, 'Both are off until you turn them on'],
  ['after the meetup', (at) => `${at.open}/after`, 'Listening counts as much'],
  ['the account', () => '/account', 'Recovery codes'],
  ['signing in', () => '/account/sign-in', 'Sign in with this code'],
  ['a link', () => '/account/link#x', 'This link works once'],
  ['the steward’s', () => '/steward', 'Invite a facilitator'],
  ['a second screen', () => '/screen#x', 'Code from the room'],
  ['the scenes', () => '/scenes', 'What scenes are, and what they are not'],
  ['a scene', () => '/scenes/table-for-eight', 'Practise leaving, once'],
  ['going on elsewhere', () => '/scenes/go-on', 'Code from your other device'],
  ['nothing', () => '/nowhere', 'Nothing is wrong with you'],
]

/** Opens one of these pages and waits until it can be used. */
export async function openDemoPage(page: Page, paths: DemoPaths, name: string): Promise<void> {
  const [, path, ready] = demoPages.find((entry) => entry[0] === name) ?? []
  if (!path || !ready) throw new Error(`the demo has no page ${name}`)
  await page.goto(path(paths))
  await page.getByText(ready).first().waitFor()
}
