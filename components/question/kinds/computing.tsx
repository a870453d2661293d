import { isPairs } from '@/domain/question/kinds/answer-shape'
import { numberName } from '@/domain/question/kinds/computing/form'
import { NUMBER_FAULTS, type NumberFault, readNumber } from '@/domain/question/kinds/computing/read-number'
import type { Unit } from '@/domain/question/kinds/computing/unit'
import type { PublicOf } from '@/domain/question/kinds/kind'
import { Inline } from '../../ui/inline'
import { JudgedMark, markClass, partMark } from './judged-mark'
import type { FieldsProps, KindView } from './view'

export const computing: KindView<'computing'> = {
  hint: (t) => t('practice.computing'),
  missing: (t) => t('practice.computeOne'),
  refusal: ({ asks }, answer, t) => {
    const typed = isPairs(answer) ? answer : {}
    const fault = asks.map(({ id, unit }) => faultOf(typed[id], unit)).find((each) => each !== null)
    return fault ? t(`practice.number.${fault}`) : null
  },
  fields: ({ question, ...rest }) => question.asks.map((ask) => <NumberField key={ask.id} {...rest} ask={ask} />),
  asked: ({ asks }, asked, { locale }) => {
    const ask = asks.find(({ id }) => id === asked)
    return ask && <Inline source={ask.label[locale]} locale={locale} />
  },
  given: ({ asks, options }, id, { asked, t }) => {
    const option = options.find((each) => each.id === id)
    const ask = asks.find((each) => each.id === (option?.ask ?? asked))
    return ask ? t(`practice.amount.${ask.unit}`, { count: option?.value ?? Number(id) }) : id
  },
  asksOnce: false,
  commentIsEnough: false,
  after: ({ steps }, { locale, t, citing }) => (
    <>
      <p>
        <strong>{t('practice.steps')}</strong>
      </p>
      <ol>
        {steps.map((step) => (
          <li key={step[locale]}>
            <Inline source={step[locale]} locale={locale} citing={citing} />
          </li>
        ))}
      </ol>
    </>
  ),
}

function faultOf(typed: string | undefined, unit: Unit): NumberFault | null {
  const read = typed === undefined ? null : readNumber(typed, unit)
  return read === null || read.status === 'read' ? null : read.status
}

type NumberProps = Omit<FieldsProps<'computing'>, 'question'> & { ask: PublicOf<'computing'>['asks'][number] }

/** A text field: a number field would reject `10 000` and Arabic-Indic digits without a reason. */
function NumberField({ ask: { id, label, unit }, held, judged, locale, t, prefix }: NumberProps) {
  const typed = held.get(numberName(id)) ?? undefined
  const [field, said] = [`${prefix}-${id}`, `${prefix}-${id}-fault`]
  const fault = faultOf(typed, unit)
  const mark = partMark(judged, id)
  const judgedAs = `${prefix}-${id}-mark`
  return (
    <div className={markClass(mark, 'field', 'typed-number')} data-judged-slot>
      <label htmlFor={field}>
        <Inline source={label[locale]} locale={locale} /> {t(`practice.unit.${unit}`)}
      </label>
      <JudgedMark id={judgedAs} mark={mark} t={t} />
      <input
        type="text"
        id={field}
        name={numberName(id)}
        defaultValue={typed ?? ''}
        inputMode="decimal"
        autoComplete="off"
        maxLength={40}
        dir="auto"
        aria-invalid={fault ? true : undefined}
        aria-describedby={`${prefix}-hint ${said}${mark ? ` ${judgedAs}` : ''}`}
        data-number={unit}
      />
      <p id={said} className="error" role="alert">
        {NUMBER_FAULTS.map((each) => (
          <span key={each} data-fault={each} hidden={each !== fault}>
            {t(`practice.number.${each}`)}
          </span>
        ))}
      </p>
    </div>
  )
}
