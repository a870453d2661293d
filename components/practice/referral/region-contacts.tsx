import { type Library, lookUp } from '@/domain/library/library'
import type { Locale } from '@/domain/locale'
import { hasUnpublishedProtocol, knownInRegion } from '@/domain/practice/referral/known-in-region'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../../shell/paths'

type Props = { region: string; store: Library; locale: Locale; t: Translator }

/** Who is known in a region for what a plan needs there. What nobody has published stays to be filled in. */
export function RegionContacts({ region, store, locale, t }: Props) {
  const entries = Object.values(store.referral)
  const local = store.pathway.actors.filter(({ roles }) => roles.length > 0)
  const name = typeset(lookUp(store.regions, region)?.name[locale] ?? region, locale)
  return (
    <section className="card stack-s" aria-labelledby="contacts">
      <h2 id="contacts" className="h3">
        {t('referralPlan.contacts')} · {name}
      </h2>
      {hasUnpublishedProtocol(region, entries) && <p className="note warn sm">{t('referralPlan.unpublished')}</p>}
      <dl className="sm stack-s">
        {local.map((actor) => {
          const known = knownInRegion(actor, region, entries) ?? []
          return (
            <div key={actor.id}>
              <dt>{typeset(actor.label[locale], locale)}</dt>
              {known.map((entry) => (
                <dd key={entry.id}>{typeset(entry.name[locale], locale)}</dd>
              ))}
              {known.length === 0 && (
                <dd className="muted">
                  {t('referralPlan.unknown')} {t('referralPlan.fill')}
                </dd>
              )}
            </div>
          )
        })}
      </dl>
      <p>
        <a href={href(locale, `/library/referral?region=${region}`)}>{t('referralPlan.directory')}</a>
      </p>
    </section>
  )
}
