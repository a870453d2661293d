import { page } from '@/app/http/get-page'
import { ProvisionPage, provisionTitle } from '@/components/library/provision-page'
import { NO_USES } from '@/domain/course/citation-uses'
import { AppError } from '@/domain/errors'
import { lookUp } from '@/domain/library/library'
import { onThatDay, readDay, shownVersion } from '@/domain/library/versions-in-time'
import { library } from '@/server/content/library'
import { compareVersions } from '@/server/library/compare-versions'
import { libraryUses } from '@/server/library/library-uses'

/** A provision as it was in force on the day of `?on=`, compared with another version if `?compare=` names one. */
export const GET = page<'provision'>(async ({ locale, t, query, params }) => {
  const { provision: id } = params
  const store = library()
  const provision = lookUp(store.provisions, id)
  const instrument = provision && lookUp(store.instruments, provision.instrument)
  if (!provision || !instrument) throw new AppError('not-found', `provision ${id}`)
  const on = readDay(query.get('on'))
  const state = onThatDay(provision, on ?? new Date().toISOString().slice(0, 10))
  const shown = shownVersion(state)
  const other = provision.versions.find((version) => version.id === query.get('compare') && version !== shown)
  const page = { provision, instrument, on, state, store, locale, t }
  const compared = other ? compareVersions(provision, [shown, other], locale) : null
  const uses = (await libraryUses()).get(id) ?? NO_USES
  const main = <ProvisionPage {...page} compared={compared} uses={uses} />
  return { ...provisionTitle(page), main, styles: ['library.css'] }
})
