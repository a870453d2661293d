import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { NO_USES } from '@/domain/course/citation-uses'
import type { Decision } from '@/domain/library/decision'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { libraryWith } from '@/tests/support/course-factories'
import { decision } from '@/tests/support/library-factories'
import { DecisionPage } from './decision-page'

const shown = (overrides: Partial<Decision>, locale: (typeof LOCALES)[number]): string =>
  renderToStaticMarkup(
    <DecisionPage
      decision={decision(overrides)}
      store={libraryWith()}
      uses={NO_USES}
      guess={null}
      revealed={false}
      locale={locale}
      t={translator(locale)}
    />,
  ).replaceAll('&#x27;', "'")

it.each(LOCALES)('says in %s that a judgment of Strasbourg, or of another State, binds no Moroccan court', (locale) => {
  const t = translator(locale)

  for (const origin of ['strasbourg', 'abroad'] as const) {
    const html = shown({ origin }, locale)
    expect(html).toContain(t(`library.cases.notBinding.${origin}`).slice(0, 40))
    expect(html).toContain(t('library.cases.comparative'))
  }
  const ours = shown({ origin: 'morocco' }, locale)
  expect(ours).not.toContain(t('library.cases.notBinding.abroad').slice(0, 40))
  expect(ours).not.toContain(t('library.cases.comparative'))
})
