import type { ReactNode } from 'react'
import type { Pathway } from '@/domain/library/pathway'
import type { Locale, Localized } from '@/domain/locale'
import type { FirstStep } from '@/domain/practice/referral/first-step'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Inline } from '../../ui/inline'

type Ground = { why: Localized; cites: readonly string[] }
type Props = {
  judged: FirstStep
  pathway: Pick<Pathway, 'steps'>
  cite: (ids: readonly string[]) => ReactNode
  locale: Locale
  t: Translator
}

/** What the rules say of the step with which she begins, and the step with which the reference does. */
export function FirstStepOutcome({ judged, pathway, cite, locale, t }: Props) {
  const { verdict, grounds, reference } = judged
  const step = pathway.steps.find(({ id }) => id === reference?.step)
  const show = (each: readonly Ground[]) =>
    each.map(({ why, cites }) => (
      <div key={why.fr}>
        <p>
          <Inline source={why[locale]} locale={locale} />
        </p>
        {cite(cites)}
      </div>
    ))
  return (
    <section className="card stack-s">
      <p>
        <strong>{t(`casework.first.step.${verdict}`)}</strong>
      </p>
      {show(grounds)}
      {step && reference && verdict !== 'first' && (
        <>
          <p>
            <strong>{t('casework.first.startsWith', { step: typeset(step.label[locale], locale) })}</strong>
          </p>
          {show(reference.reasons)}
        </>
      )}
    </section>
  )
}
