import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Look } from './pages/scene.tsx'
import { servePages } from './pages.ts'

/**
 * Pictures of a scene, to look at: `node test/bench/look.ts <folder> '[{"scene":"…","t":12}, …]' [width×height]`. Each is
 * a {@link Look}; the pictures are numbered, and what each took to draw is printed.
 */
const [folder = 'pictures', looks = '[]', size = '960x540'] = process.argv.slice(2)
const [width = 960, height = 540] = size.split('x').map(Number)
const pages = await servePages(['scene'])
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
})
try {
  mkdirSync(folder, { recursive: true })
  const page = await browser.newPage({ viewport: { width, height } })
  page.on('console', (message) => message.type() !== 'log' && console.error(`  ${message.text()}`))
  page.on('pageerror', (error) => console.error(`  ${error.message}`))
  await page.goto(pages.address('scene'))
  await page.waitForFunction(() => 'pictures' in window)
  for (const [index, look] of (JSON.parse(looks) as Look[]).entries()) {
    const took = await page.evaluate((what) => window.pictures.show(what), look)
    await page.screenshot({ path: `${folder}/${index}.png` })
    if (process.env.HEAVIEST)
      console.log((await page.evaluate(() => window.pictures.heaviest())).slice(0, 30).join('\n'))
    console.log(index, JSON.stringify(look), JSON.stringify(took))
  }
} finally {
  await browser.close()
  pages.close()
}
