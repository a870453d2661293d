// `npm start`: prepares a fresh clone and serves the site.
import { installIfNeeded } from './scripts/install.mjs'
import { keepSite } from './scripts/keep-site.mjs'

process.chdir(import.meta.dirname)
installIfNeeded()
process.exit(await keepSite(process.argv.slice(2)))
