import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import { AssignPage } from '@/components/editorial/assign-page'
import { queueHref } from '@/components/editorial/queue-filter'
import type { FormState } from '@/components/form/form-state'
import { refuseForm } from '@/components/form/refuse-form'
import { readAssignedPlace, readAssignment } from '@/domain/editorial/assign-form'
import { readQueueQuery } from '@/domain/editorial/queue'
import { AppError } from '@/domain/errors'
import { nameOfText } from '@/domain/signoff/text-key'
import { type Permit, permitFor, requirePermission } from '@/server/auth/permit'
import { assignText, reviewersFor } from '@/server/editorial/assign'
import { requireText } from '@/server/editorial/texts'
import { editorialDocument } from '../editorial-document'

type Reading = Permit<'editorial:read'>

/** Assigns a text to a reviewer. A reviewer can also assign a text to herself, and end that. */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context) => requirePermission(caller, 'editorial:read', { text: null }),
  page: assignPage,
  read: (form) => {
    const read = readAssignment(form)
    if (!read?.place) throw new AppError('invalid-input', 'assignment')
    return { ...read, place: read.place }
  },
  act: async ({ actor }, { place, who }, { t }): Promise<Refused | Record<string, never>> => {
    const accountId = who === 'me' ? actor.accountId : who
    const holder = await assignText(permitFor(actor, 'editorial:assign', { ...place, accountId }), new Date())
    if (!holder) return {}
    const typed = { text: nameOfText(place.text), language: place.language, area: place.area }
    return { refused: refuseForm(t('editorial.assign.taken', holder), typed), status: 409 }
  },
  done: (_, { locale, query }) => queueHref(locale, readQueueQuery(query), readQueueQuery(query).page),
  back: () => '/review',
})

async function assignPage({ locale, t, query }: Context, permit: Reading, state: FormState): Promise<DocumentPage> {
  // The button of the queue sends the place in its form alone.
  const place = readAssignedPlace({ ...Object.fromEntries(query), ...state.values })
  if (!place) throw new AppError('not-found', 'text to assign')
  const { actor } = permit
  // An administrator of the platform sees all reviewers of the text. A reviewer sees only herself, so the permission is
  // checked for an assignment to the caller.
  const may = permitFor(actor, 'editorial:assign', { ...place, accountId: actor.accountId })
  const [text, reviewers] = await Promise.all([requireText(place.text), reviewersFor(may, place)])
  const hers = actor.roles?.platform.includes('platform-administrator')
    ? reviewers
    : reviewers.filter(({ accountId }) => accountId === actor.accountId)
  const main = (
    <AssignPage
      text={text}
      language={place.language}
      area={place.area}
      reviewers={hers}
      state={state}
      locale={locale}
      t={t}
    />
  )
  return editorialDocument(permit, t('editorial.assign.title'), main)
}
