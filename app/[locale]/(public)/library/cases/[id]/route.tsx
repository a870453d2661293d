import { page } from '@/app/http/get-page'
import { DecisionPage } from '@/components/library/decision-page'
import { NO_USES } from '@/domain/course/citation-uses'
import { AppError } from '@/domain/errors'
import { lookUp } from '@/domain/library/library'
import { plainText } from '@/domain/text/markup'
import { typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'
import { libraryUses } from '@/server/library/library-uses'

/** A decision. The holding is shown once the reader has chosen an answer (`?predict=`) or asks for it (`?show=1`). */
export const GET = page<'id'>(async ({ locale, t, query, params }) => {
  const { id } = params
  const store = library()
  const decision = lookUp(store.decisions, id)
  if (!decision) throw new AppError('not-found', `decision ${id}`)
  const guess = decision.prediction.options.find((option) => option.id === query.get('predict'))?.id ?? null
  const main = (
    <DecisionPage
      decision={decision}
      store={store}
      uses={(await libraryUses()).get(id) ?? NO_USES}
      guess={guess}
      revealed={guess !== null || query.get('show') === '1'}
      locale={locale}
      t={t}
    />
  )
  const title = typeset(decision.title[locale], locale)
  return { title, description: typeset(plainText(decision.facts[locale]), locale), main, styles: ['library.css'] }
})
