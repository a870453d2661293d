import { ArrowDown, ArrowUp } from 'lucide'
import type { PublicOption } from '@/domain/question/kinds/kind'
import { KEEP, MOVE, moveValue } from '@/domain/question/kinds/move'
import { placeName, placesOf, staysPut } from '@/domain/question/kinds/ranking/form'
import { Icon } from '../../ui/icon'
import { JudgedMark, markClass, partMark } from './judged-mark'
import { OptionText } from './option-text'
import type { FieldsProps, KindView } from './view'

export const ranking: KindView<'ranking'> = {
  hint: (t) => t('practice.ranking'),
  missing: (t) => t('practice.rankAll'),
  fields: (props) => <Ranking {...props} />,
  asked: ({ options }, asks, { locale }) => {
    const option = options.find(({ id }) => id === asks)
    return option && <OptionText option={option} locale={locale} />
  },
  given: (_, place, { t }) => t('practice.place', { n: Number(place) }),
  asksOnce: false,
  commentIsEnough: false,
}

/**
 * The steps in their present places; steps that share a place have no gap between them. The buttons send the form, as
 * in an ordering question; a script moves the steps at once. The fields are empty until the learner has ordered them.
 */
function Ranking(props: FieldsProps<'ranking'>) {
  const { question, held, t, prefix } = props
  const given = question.options.map(({ id }) => [id, held.get(placeName(id)) ?? ''] as const)
  const places = placesOf(given)
  const isWhole = given.every(([, place]) => place !== '')
  return (
    <>
      {/* The first button of a form is pressed by the Enter key: this one moves nothing. */}
      <button type="submit" disabled hidden>
        {t('practice.keepOrder')}
      </button>
      <ol className="order tied" data-places>
        {places.flatMap((ids, at) =>
          ids.map((id, among) => {
            const option = question.options.find((each) => each.id === id)
            const stays = { up: staysPut(places, id, 'up'), down: staysPut(places, id, 'down') }
            return (
              option && (
                <Step
                  key={id}
                  {...props}
                  option={option}
                  place={at + 1}
                  given={isWhole}
                  isTied={among > 0}
                  stays={stays}
                />
              )
            )
          }),
        )}
      </ol>
      <p className="order-keep" hidden={isWhole} data-places-keep>
        <button type="submit" name={MOVE} value={KEEP} className="btn" aria-describedby={`${prefix}-hint`}>
          {t('practice.keepOrder')}
        </button>
      </p>
      <p className="sr" aria-live="polite" data-places-said />
    </>
  )
}

type StepProps = FieldsProps<'ranking'> & {
  option: PublicOption
  place: number
  given: boolean
  isTied: boolean
  stays: Record<'up' | 'down', boolean>
}

function Step({ option, place, given, isTied, stays, judged, locale, t, prefix }: StepProps) {
  const id = `${prefix}-${option.id}`
  const mark = partMark(judged, option.id)
  return (
    <li id={id} className={markClass(mark)} data-judged-slot data-place-line data-tied={isTied ? '' : undefined}>
      <input type="hidden" name={placeName(option.id)} value={given ? place : ''} />
      <span className="at-place">
        <span className="sr">{t('practice.place', { n: place })}</span>
        <span aria-hidden="true">{place}</span>
      </span>
      <span id={`${id}-text`} className="words">
        <OptionText option={option} locale={locale} />
      </span>
      <JudgedMark mark={mark} t={t} />
      {(['up', 'down'] as const).map((to) => (
        <button
          key={to}
          type="submit"
          name={MOVE}
          value={moveValue(option.id, to)}
          className="btn"
          id={`${id}-${to}`}
          aria-labelledby={`${id}-${to} ${id}-text`}
          disabled={stays[to]}
          data-place-move={to}
        >
          <Icon node={to === 'up' ? ArrowUp : ArrowDown} />
          <span className="sr">{t(`practice.${to}`)}</span>
        </button>
      ))}
    </li>
  )
}
