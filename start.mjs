// `npm start`: everything from a fresh clone to a site that answers.
import { installIfNeeded } from './scripts/install.mjs'
import { keepSite } from './scripts/keep-site.mjs'

process.chdir(import.meta.dirname)
installIfNeeded()
process.exit(await keepSite(process.argv.slice(2)))
