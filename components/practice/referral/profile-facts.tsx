import type { Library } from '@/domain/library/library'
import { lookUp } from '@/domain/library/library'
import { FACT_NAMES, type FactName, type PlanProfile } from '@/domain/library/pathway'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Text } from '../../ui/text'

type Props = { profile: PlanProfile; store: Library; locale: Locale; t: Translator }

/** What is known of an invented person. */
export function ProfileFacts({ profile, store, locale, t }: Props) {
  return (
    <section className="card stack-s" aria-labelledby="profile">
      <h2 id="profile" className="h3">
        {t('referralPlan.profile')}
      </h2>
      <p className="sm">
        <Text locale={locale}>{typeset(profile.story[locale], locale)}</Text>
      </p>
      <dl className="profile-known sm">
        {FACT_NAMES.map((name) => (
          <div key={name}>
            <dt>{t(`referralPlan.facts.${name}`)}</dt>
            <dd>{saidOf(name, { profile, store, locale, t })}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function saidOf(name: FactName, { profile: { facts, years }, store, locale, t }: Props): string {
  if (name === 'age') return years === null ? t('referralPlan.yearsUnknown') : t('referralPlan.years', { count: years })
  if (name === 'region') return typeset(lookUp(store.regions, facts.region)?.name[locale] ?? facts.region, locale)
  if (name === 'form') return typeset(lookUp(store.indicators, facts.form)?.title[locale] ?? facts.form, locale)
  if (name === 'family' && facts.family === 'safe') return t('referralPlan.familySafe')
  if (name === 'home' && facts.home === 'none') return t('referralPlan.homeNone')
  return t(`referralPlan.values.${facts[name]}`)
}
