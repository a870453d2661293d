import { Check, Ellipsis, Flag } from 'lucide'
import type { ReactNode } from 'react'
import type { PlaceState } from '@/domain/exam/question-places'
import type { AnswerState } from '@/domain/question/is-complete'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

type Props = {
  items: readonly PlaceState[]
  /** The question on the page; null on the page before the hand-in. */
  current: number | null
  /** The address of the exam or test. */
  path: string
  t: Translator
}

/**
 * The id of the map: a button uses it to open the map in windows that are too narrow to show it beside the question.
 */
export const QUESTION_MAP = 'question-map'
/** The id of the form of the question beside the map. */
export const QUESTION_FORM = 'question-form'

export function QuestionMap({ items, current, path, t }: Props) {
  return (
    <nav
      className="qmap"
      id={QUESTION_MAP}
      aria-labelledby="qmap"
      // The native pop-over works without scripts, and closes by Escape, Back, or a tap beside it.
      popover={current === null ? undefined : 'auto'}
    >
      <h2 id="qmap" className="sm">
        {t('exam.map')}
      </h2>
      <ol>
        {items.map(({ place, state, flagged }) => (
          <li key={place}>
            <Cell place={place} state={state} current={current} path={path}>
              <span className="num">{place}</span>
              <Marks state={state} flagged={flagged} changing={place === current} t={t} />
            </Cell>
          </li>
        ))}
      </ol>
      {current !== null && (
        <p>
          <button type="submit" form={QUESTION_FORM} name="go" value="check" className="btn link">
            {t('exam.check.title')}
          </button>
        </p>
      )}
    </nav>
  )
}

type CellProps = Pick<Props, 'current' | 'path'> & Pick<PlaceState, 'place' | 'state'> & { children: ReactNode }

/** The way to a question. Beside a question it is a button of its form, since a link would lose what is typed there. */
function Cell({ place, state, current, path, children }: CellProps) {
  if (current === null) {
    return (
      <a href={`${path}/${place}`} className={state}>
        {children}
      </a>
    )
  }
  const step = place === current ? 'step' : undefined
  return (
    <button type="submit" form={QUESTION_FORM} name="go" value={place} className={state} aria-current={step}>
      {children}
    </button>
  )
}

const STATES: readonly AnswerState[] = ['answered', 'incomplete', 'unanswered']
const SIGN = { answered: Check, incomplete: Ellipsis, unanswered: null }

type MarksProps = Pick<PlaceState, 'state' | 'flagged'> & { changing: boolean; t: Translator }

/** The signs of a cell. The current question has all of them, so that the script can switch between them. */
function Marks({ state, flagged, changing, t }: MarksProps) {
  return (
    <span className="marks">
      {(changing ? STATES : [state]).map((shown) => {
        const sign = SIGN[shown]
        return (
          <span key={shown} data-state={shown} hidden={shown !== state}>
            {sign && <Icon node={sign} />}
            <span className="sr">{t(`exam.${shown}`)}</span>
          </span>
        )
      })}{' '}
      {(flagged || changing) && (
        <span data-flag hidden={!flagged}>
          <Icon node={Flag} />
          <span className="sr">{t('exam.flagged')}</span>
        </span>
      )}
    </span>
  )
}
