import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import { formatHalfDays } from '@/i18n/half-days'
import { formatDateTime, type Translator } from '@/i18n/translator'
import type { Fact } from '../ui/facts'
import { NameIn } from '../ui/name-in'
import { FullName } from './full-name'
import type { ShownProposal } from './proposal'

/** The facts of a proposal: who proposed what, for whom and why. */
export function proposalFacts(proposal: ShownProposal, locale: Locale, t: Translator): Fact[] {
  const { act, institution, proposedBy, proposedAt } = proposal
  return [
    { label: t('proposals.what'), value: t(`proposals.act.${act}`) },
    ...groundsOf(proposal, locale, t),
    { label: t('proposals.by'), value: nameOrGone(proposedBy, locale, t) },
    { label: t('proposals.for'), value: <NameIn names={institution} locale={locale} /> },
    { label: t('proposals.on'), value: formatDateTime(proposedAt, locale) },
  ]
}

/** The reason, the names for the new certificate, and the half-days that it will state. */
export function groundsOf(
  { reason, nameArabic, nameLatin, halfDays }: ShownProposal,
  locale: Locale,
  t: Translator,
): Fact[] {
  const names = nameArabic && nameLatin && <FullName nameArabic={nameArabic} nameLatin={nameLatin} />
  return [
    { label: t('fields.reason'), value: <bdi>{reason}</bdi> },
    ...(names ? [{ label: t('proposals.newNames'), value: names }] : []),
    ...(halfDays
      ? [
          {
            label: t('certificate.halfDays'),
            value: halfDays.length > 0 ? formatHalfDays(halfDays, locale) : t('proposals.noHalfDay'),
          },
        ]
      : []),
  ]
}

export function nameOrGone(names: Names | null, locale: Locale, t: Translator) {
  return names ? <NameIn names={names} locale={locale} /> : t('proposals.gone')
}
