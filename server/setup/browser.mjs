import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { aptInstall, canInstall } from './debian.mjs'
import { isExecutable, which } from './find.mjs'
import { Problem } from './problem.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macApps = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
/** Where, inside a `chromium-<number>` folder of Playwright's cache, the program is on each platform. */
const insidePlaywright = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The Chromium to test with: the one named, one installed, or one Playwright has fetched for another project.
 * @throws Problem when CHROMIUM_PATH names none.
 */
export function findChromium({ env, home = homedir(), apps = macApps }) {
  if (env.CHROMIUM_PATH) {
    if (isExecutable(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH
    throw new Problem(`CHROMIUM_PATH is ${env.CHROMIUM_PATH}, and there is no program at that place.`)
  }
  return which(names, env.PATH) ?? apps.find(isExecutable) ?? findPlaywrights({ env, home })
}

function findPlaywrights({ env, home }) {
  const caches = [
    env.PLAYWRIGHT_BROWSERS_PATH,
    join(home, '.cache', 'ms-playwright'),
    join(home, 'Library', 'Caches', 'ms-playwright'),
  ]
  const builds = caches.filter(Boolean).flatMap((cache) =>
    namesIn(cache)
      .filter((name) => /^chromium-\d+$/.test(name))
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .flatMap((name) => insidePlaywright.map((inside) => join(cache, name, inside))),
  )
  return builds.find(isExecutable)
}

function namesIn(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** The programs the tests drive, Chromium and the espeak-ng that speaks for them; installs what is missing where it may. */
export async function prepareTestPrograms({ say, run, env }) {
  const find = () => ({ chromium: findChromium({ env }), espeak: which(['espeak-ng'], env.PATH) })
  let { chromium, espeak } = find()
  if ((!chromium || !espeak) && canInstall()) {
    const missing = [!chromium && 'chromium', !espeak && 'espeak-ng'].filter(Boolean)
    const words = {
      doing: `Installing ${missing.join(' and ')} from Debian`,
      why: 'the tests run in a real browser and listen to real sentences',
      usually: 'under two minutes, once',
    }
    await say.step(words, () => aptInstall(missing, { run, env }))
    ;({ chromium, espeak } = find())
  }
  if (!chromium) {
    throw new Problem(
      'The tests need Chromium. Install it (Debian: apt-get install chromium; macOS: brew install --cask chromium; anywhere: ' +
        'npx playwright install chromium) or name one: CHROMIUM_PATH=/path/to/chromium npm test',
    )
  }
  if (!espeak) {
    throw new Problem(
      'The tests need espeak-ng (Debian: apt-get install espeak-ng; macOS: brew install espeak-ng).',
    )
  }
  return { ...env, CHROMIUM_PATH: chromium }
}
