import type { LetterState } from '@/domain/cohort/letter-state'
import type { MemberStatus } from '@/domain/cohort/membership'
import type { CohortLetterKind } from '@/domain/letter/letter'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Names } from '@/domain/person/profile'
import { formatDate, type Translator } from '@/i18n/translator'

export type LetterView = { kind: CohortLetterKind; state: LetterState; createdAt: Date; sentAt: Date | null }
export type MoveView = {
  at: Date
  from: MemberStatus | null
  to: MemberStatus
  reason: string | null
  byId: string | null
  by: Names | null
}

/** The letters about her place, each with its state. */
export function PersonLetters({
  letters,
  locale,
  t,
}: {
  letters: readonly LetterView[]
  locale: Locale
  t: Translator
}) {
  return (
    <section className="card stack-s" aria-labelledby="letters">
      <h2 id="letters">{t('cohorts.person.letters')}</h2>
      {letters.length === 0 && <p className="muted">{t('cohorts.person.lettersNone')}</p>}
      <ul className="plain entries">
        {letters.map(({ kind, state, createdAt, sentAt }) => (
          <li key={`${kind} ${createdAt.toISOString()}`}>
            <span>{t(`letters.kinds.${kind}`)}</span>
            <span className={state === 'failed' ? 'chip bad' : 'sm muted'}>
              {t('cohorts.person.letterOn', {
                state: t(`cohorts.people.letterStates.${state}`),
                date: formatDate(sentAt ?? createdAt, locale),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type MovesProps = { moves: readonly MoveView[]; accountId: string | null; locale: Locale; t: Translator }

/** The history of her place, the newest first. */
export function PersonMoves({ moves, accountId, locale, t }: MovesProps) {
  return (
    <section className="card stack-s" aria-labelledby="history">
      <h2 id="history">{t('cohorts.person.history')}</h2>
      <ul className="plain entries">
        {moves.map((move) => (
          <li key={move.at.toISOString() + move.to}>
            <span>
              {changeOf(move)}
              {move.reason && (
                <span className="email sm muted">{t('cohorts.person.reason', { reason: move.reason })}</span>
              )}
            </span>
            <span className="sm muted">
              {formatDate(move.at, locale)} · <bdi>{byWhom(move)}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )

  function changeOf({ from, to }: MoveView): string {
    const status = t(`cohorts.statuses.${to}`)
    if (from === null) return t('cohorts.person.first', { to: status })
    return t('cohorts.person.move', { from: t(`cohorts.statuses.${from}`), to: status })
  }
  function byWhom({ by, byId }: MoveView): string {
    if (byId !== null && byId === accountId) return t('cohorts.person.byHerself')
    return by ? t('cohorts.person.by', { name: nameIn(by, locale) }) : t('cohorts.person.bySeat')
  }
}
