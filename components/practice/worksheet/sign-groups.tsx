import { CHILD_ANSWERS, MARKS, signName } from '@/domain/case/worksheet/worksheet'
import type { IndicatorGroup } from '@/domain/library/indicator'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Inline } from '../../ui/inline'

type Props = {
  group: IndicatorGroup
  folded?: boolean
  quote: (sign: string) => React.ReactNode
  locale: Locale
  t: Translator
}

/** The signs of one group, each with four answers and a place for a quotation. What was answered is counted by the style sheet. */
export function SignGroup({ group, folded = false, quote, locale, t }: Props) {
  const { id, title, indicators } = group
  const signs = (
    <>
      {indicators.map(({ id: sign, text }) => (
        <fieldset key={sign} className="sign">
          <legend>
            <Inline source={text[locale]} locale={locale} />
          </legend>
          <Answers name={signName(id, sign)} values={MARKS.map((mark) => [mark, t(`worksheet.marks.${mark}`)])} />
          {quote(sign)}
        </fieldset>
      ))}
      <Counts t={t} />
    </>
  )
  const name = typeset(title[locale], locale)
  if (folded) {
    return (
      <details className={`card dimension of-${id}`}>
        <summary>
          <h2 className="h3">{name}</h2>
        </summary>
        {signs}
      </details>
    )
  }
  return (
    <section className={`card dimension of-${id}`} aria-labelledby={`of-${id}`}>
      <h2 id={`of-${id}`} className="h3">
        {name}
      </h2>
      {signs}
    </section>
  )
}

type AnswersProps = { name: string; values: readonly (readonly [value: string, label: string])[] }

export function Answers({ name, values }: AnswersProps) {
  return (
    <div className="seg">
      {values.map(([value, label]) => (
        <label key={value}>
          <input type="radio" name={name} value={value} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}

/** The first question: everything else depends on it. */
export function ChildQuestion({ t }: { t: Translator }) {
  return (
    <fieldset className="card child-flag stack-s">
      <legend>
        <h2 className="h3">{t('worksheet.child.question')}</h2>
      </legend>
      <Answers name="child" values={CHILD_ANSWERS.map((answer) => [answer, t(`worksheet.child.${answer}`)])} />
      <p className="sm child-then">{t('worksheet.child.then')}</p>
    </fieldset>
  )
}

/** The numbers come from the style sheet, so that they are right without a script. */
export function Counts({ t }: { t: Translator }) {
  return (
    <p className="sign-counts sm muted">
      {MARKS.map((mark) => (
        <span key={mark} className={`n-${mark}`}>
          {t(`worksheet.marks.${mark}`)}{' '}
        </span>
      ))}
    </p>
  )
}
