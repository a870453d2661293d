import type { PlanProfile } from '@/domain/library/pathway'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../../shell/paths'
import { Text } from '../../ui/text'
import { PlanHead } from './plan-page'

type Props = {
  profiles: readonly PlanProfile[]
  /** By the id of each profile that she has begun: whether she has compared her plan. */
  own: ReadonlyMap<string, boolean>
  locale: Locale
  t: Translator
}

/** The invented people for whom a plan can be made. */
export function ProfileList({ profiles, own, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack referral-plan">
      <PlanHead path="/practice/referral" label={t('referralPlan.listTitle')} locale={locale} t={t}>
        {t('referralPlan.title')}
      </PlanHead>
      <p className="lead prose">{t('referralPlan.listLead')}</p>
      <ul className="plain stack">
        {profiles
          .toSorted((a, b) => a.order - b.order)
          .map(({ id, title, story }) => (
            <li key={id} className="card stack-s">
              <h2 className="h3">
                <a href={href(locale, `/practice/referral/${id}`)}>{typeset(title[locale], locale)}</a>
              </h2>
              <p className="sm prose">
                <Text locale={locale}>{typeset(story[locale], locale)}</Text>
              </p>
              {own.has(id) && (
                <p>
                  <span className={own.get(id) ? 'chip ok' : 'chip'}>
                    {t(own.get(id) ? 'referralPlan.done' : 'referralPlan.begun')}
                  </span>
                </p>
              )}
            </li>
          ))}
      </ul>
    </main>
  )
}
