import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import { ListDecisions } from '@/components/cohort/import/list-decisions'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { PlacesPage, type Said } from '@/components/seminar/places-page'
import { textFields } from '@/domain/form/form-fields'
import { type MayPlaces, placesOf, requirePlaces } from '@/server/seminar/places'
import { staffDocument } from '../../../staff-document'
import { actOnPlaces, type Done, readPlacesForm } from './places-acts'

type At = Context<'seminar'>

/** Who has a place in a seminar, and who may name people for it. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: At) => requirePlaces(caller, params.seminar),
  page: (context, may, state) => placesPage(context, may, { state, said: saidIn(context.query) }),
  typed: (form) => ({
    form: `name-${form.get('from')}`,
    values: textFields(form, ['people', 'country', 'function', 'language']),
  }),
  read: readPlacesForm,
  act: async (may, sent, context): Promise<Shown | Awaited<ReturnType<typeof actOnPlaces>>> => {
    const done = await actOnPlaces(may, sent, context)
    return 'code' in done || 'preview' in done
      ? { page: await placesPage(context, may, { state: UNTOUCHED, said: null, ...done }) }
      : done
  },
  done: (done: Done | Shown) => {
    if ('page' in done) return done.page
    if ('to' in done) return done.to
    throw new Error('no page for what was done')
  },
})

type Shown = { page: DocumentPage }
type Besides = {
  state: FormState
  said: Said | null
  code?: string
  preview?: Extract<Done, { preview: unknown }>['preview']
}

async function placesPage({ locale, t }: At, may: MayPlaces, besides: Besides): Promise<DocumentPage> {
  const now = new Date()
  const view = await placesOf(may, now)
  const { seminar, change, quotas } = may
  const asked = besides.preview?.asked
  const decisions = asked ? <ListDecisions {...asked} locale={locale} t={t} /> : null
  const shown = { ...view, ...besides, decisions, seminar, mayChange: change !== null, quotas, locale, t, now }
  return staffDocument(t('seminarPlaces.title'), <PlacesPage {...shown} />)
}

function saidIn(query: URLSearchParams): Said | null {
  const done = query.get('done')
  const count = (name: string) => (/^\d{1,4}$/.test(query.get(name) ?? '') ? Number(query.get(name)) : 0)
  if (done === 'quota') return { done }
  return done === 'named' ? { done, named: count('named'), waits: count('waits'), left: count('left') } : null
}
