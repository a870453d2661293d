import { page } from '@/app/http/get-page'
import { ChecklistPage } from '@/components/library/checklist-page'
import { AppError } from '@/domain/errors'
import { lookUp } from '@/domain/library/library'
import { typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'
import { lessonsTeaching } from '@/server/library/lessons-teaching'

/** The checklist of one step of the procedure. */
export const GET = page<'id'>(async ({ locale, t, params: { id } }) => {
  const store = library()
  const checklist = lookUp(store.procedureChecklists, id)
  if (!checklist) throw new AppError('not-found', `checklist ${id}`)
  const lessons = await lessonsTeaching(checklist)
  return {
    title: typeset(checklist.title[locale], locale),
    description: typeset(checklist.lead[locale], locale),
    main: <ChecklistPage checklist={checklist} store={store} lessons={lessons} locale={locale} t={t} />,
    styles: ['library.css'],
  }
})
