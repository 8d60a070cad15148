import { CONTACTS_GOOD_FOR_DAYS, outdated } from './contacts.ts'

// `npm run release-check`: a release with crisis contacts that nobody has looked at for half a year does not go out
const old = outdated(new Date())
if (old.length > 0) {
  process.stderr.write(
    `Crisis contacts last checked over ${CONTACTS_GOOD_FOR_DAYS} days ago: ${old.join(', ')}. Check server/safety/contacts.json.\n`,
  )
  process.exitCode = 1
} else process.stdout.write('All crisis contacts were checked in the last half year.\n')
