import { Check, Ellipsis, Flag } from 'lucide'
import type { AnswerState } from '@/domain/exam/is-complete'
import type { PlaceState } from '@/domain/exam/question-places'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../ui/icon'

type Props = {
  items: readonly PlaceState[]
  current: number | null
  path: string
  /** The address of the page that lists what is still open before the hand-in. */
  check?: string
  t: Translator
}

/**
 * The id of the map: a button uses it to open the map in windows that are too narrow to show it beside the question.
 */
export const QUESTION_MAP = 'question-map'

export function QuestionMap({ items, current, path, check = `${path}/check`, t }: Props) {
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
        {items.map(({ place, state, flagged }) => {
          const isCurrent = place === current
          return (
            <li key={place}>
              <a href={`${path}/${place}`} className={state} aria-current={isCurrent ? 'step' : undefined}>
                <span className="num">{place}</span>
                <Marks state={state} flagged={flagged} changing={isCurrent} t={t} />
              </a>
            </li>
          )
        })}
      </ol>
      {current !== null && (
        <p>
          <a href={check}>{t('exam.check.title')}</a>
        </p>
      )}
    </nav>
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
