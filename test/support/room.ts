import type { Page } from 'playwright-core'

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** Somebody's place in the ring. */
export const tile = (page: Page, name: string) =>
  page.getByRole('list', { name: 'People in the circle' }).getByRole('listitem').filter({ hasText: name })

/** From the page before the room into the room, with camera and microphone on or off. */
export async function comeIn(
  page: Page,
  { camera = false, microphone = false }: { camera?: boolean; microphone?: boolean } = {},
): Promise<void> {
  if (camera) await button(page, 'Turn on camera').click()
  if (camera) await button(page, 'Camera is on').waitFor()
  if (microphone) await button(page, 'Turn on microphone').click()
  if (microphone) await button(page, 'Microphone is on').waitFor()
  await button(page, 'Come in').click()
  await page.getByText('Arriving. There is no hurry.').waitFor()
}
