import type { GivenAt } from '@/domain/question/answer-part'
import type { Translator } from '@/i18n/translator'

/** The statuses that the line can show. The browser's script shows one at a time. */
const STATES = [
  'saving',
  'saved',
  'savedPart',
  'queued',
  'notStored',
  'stale',
  'signIn',
  'notStoredSignIn',
  'refused',
  'closed',
] as const
export type SaveStatus = 'idle' | (typeof STATES)[number]

type Props = {
  attemptId: string
  courseId: string
  position?: number
  /** When the answer shown on the page was given. */
  givenAt?: GivenAt
  /**
   * When the page was made, by the database's clock, which orders answers. With the clock of a server that is slow, all
   * answers of its pages would seem older than the stored ones.
   */
  clockMs?: number
  /** The address that signs in and comes back here. */
  signIn: string
  result: string
  t: Translator
}

/** Says whether the answers have reached the server. It carries what the script needs to send them. */
export function SaveState({ attemptId, courseId, position, givenAt, clockMs, signIn, result, t }: Props) {
  return (
    <p
      className="sm save-state"
      role="status"
      data-save-state="idle"
      data-attempt={attemptId}
      data-course={courseId}
      data-now={clockMs}
      data-position={position}
      data-given={givenAt && JSON.stringify(givenAt)}
    >
      <span data-when="idle">{position === undefined ? '' : t('exam.status.idle')}</span>
      {STATES.map((state) => (
        <span key={state} data-when={state} hidden>
          {t(`exam.status.${state}`)} {state === 'signIn' && <a href={signIn}>{t('exam.status.signInLink')}</a>}
          {state === 'notStoredSignIn' && (
            <a href={signIn} target="_blank" rel="noopener">
              {t('nav.signIn')}
            </a>
          )}
          {state === 'closed' && <a href={result}>{t('exam.result.title')}</a>}
          {state === 'stale' && <a href="?">{t('exam.status.reload')}</a>}
        </span>
      ))}
    </p>
  )
}
