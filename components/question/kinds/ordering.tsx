import { ArrowDown, ArrowUp, GripVertical } from 'lucide'
import type { PublicOption } from '@/domain/question/kinds/kind'
import { KEEP, MOVE, moveValue } from '@/domain/question/kinds/move'
import { listedOptions, rankName } from '@/domain/question/kinds/ordering/form'
import { Icon } from '../../ui/icon'
import { JudgedMark, markClass, partMark } from './judged-mark'
import { OptionText } from './option-text'
import type { FieldsProps, KindView } from './view'

export const ordering: KindView<'ordering'> = {
  hint: (t) => t('practice.ordering'),
  missing: (t) => t('practice.incomplete'),
  fields: (props) => <Ordering {...props} />,
  asked: (_, place, { t }) => t('practice.place', { n: Number(place) }),
  asksOnce: false,
  commentIsEnough: false,
}

/**
 * The list in its present order. Its buttons send the form, and the next page shows the new order; with a script, a
 * line moves at once and can be dragged. The fields stay empty until the learner has moved a line or kept the order:
 * the initial order is not an answer.
 */
function Ordering(props: FieldsProps<'ordering'>) {
  const { question, held, t, prefix } = props
  const { options } = question
  const rankOf = (id: string) => held.get(rankName(id)) ?? ''
  const isWhole = new Set(options.map(({ id }) => rankOf(id)).filter(Boolean)).size === options.length
  return (
    <>
      <ol className="order" data-order>
        {listedOptions(options, rankOf).map((option, place) => (
          <Line key={option.id} {...props} option={option} rank={rankOf(option.id)} place={place} />
        ))}
      </ol>
      <p className="order-keep" hidden={isWhole} data-order-keep>
        <button type="submit" name={MOVE} value={KEEP} className="btn" aria-describedby={`${prefix}-hint`}>
          {t('practice.keepOrder')}
        </button>
      </p>
      <p className="sr" aria-live="polite" data-order-said />
    </>
  )
}

type LineProps = FieldsProps<'ordering'> & { option: PublicOption; rank: string; place: number }

function Line({ question, option, rank, place, judged, locale, t, prefix }: LineProps) {
  const id = `${prefix}-${option.id}`
  const mark = partMark(judged, place + 1)
  return (
    <li id={id} className={markClass(mark)} data-order-line data-judged-slot>
      <input type="hidden" name={rankName(option.id)} value={rank} />
      <span className="grip" aria-hidden="true" data-grip>
        <Icon node={GripVertical} />
      </span>
      <span id={`${id}-text`} className="words">
        <OptionText option={option} locale={locale} />
      </span>
      <JudgedMark mark={mark} t={t} />
      <MoveButton id={id} to="up" value={moveValue(option.id, 'up')} stays={place === 0} t={t} />
      <MoveButton
        id={id}
        to="down"
        value={moveValue(option.id, 'down')}
        stays={place === question.options.length - 1}
        t={t}
      />
    </li>
  )
}

type MoveProps = Pick<LineProps, 't'> & { id: string; to: 'up' | 'down'; value: string; stays: boolean }

/** The first button of the form is that of the first line, which is disabled: the Enter key therefore sends nothing. */
function MoveButton({ id, to, value, stays, t }: MoveProps) {
  return (
    <button
      type="submit"
      name={MOVE}
      value={value}
      className="btn"
      id={`${id}-${to}`}
      aria-labelledby={`${id}-${to} ${id}-text`}
      disabled={stays}
      data-move={to}
    >
      <Icon node={to === 'up' ? ArrowUp : ArrowDown} />
      <span className="sr">{t(`practice.${to}`)}</span>
    </button>
  )
}
