import { page } from '@/app/http/get-page'
import { ModelPage } from '@/components/library/model-page'
import { AppError } from '@/domain/errors'
import { lookUp } from '@/domain/library/library'
import { typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'
import { lessonsTeaching } from '@/server/library/lessons-teaching'

/** One model, in Arabic and in a language that explains it. */
export const GET = page<'id'>(async ({ locale, t, params: { id } }) => {
  const store = library()
  const model = lookUp(store.models, id)
  if (!model) throw new AppError('not-found', `model ${id}`)
  const lessons = await lessonsTeaching(model)
  return {
    title: typeset(model.title[locale], locale),
    description: typeset(model.lead[locale], locale),
    main: <ModelPage model={model} store={store} lessons={lessons} locale={locale} t={t} />,
    styles: ['library.css'],
  }
})
