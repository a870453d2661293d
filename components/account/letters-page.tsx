import type { LetterState } from '@/domain/cohort/letter-state'
import type { LetterKind } from '@/domain/letter/letter'
import { type LetterChoices, REMINDER_WAYS, type WorkChoices } from '@/domain/letter/letter-budget'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import type { Field } from '../form/field'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { CardTable } from '../ui/card-table'

type Sent = { id: string; kind: LetterKind; state: LetterState; at: Date }
type Props = {
  choices: LetterChoices
  /** What staff choose besides; null for everybody else. */
  work: WorkChoices | null
  /** Reminders that wait for her next digest; null if none waits. */
  waiting: { count: number; from: Date } | null
  /** The newest first. */
  last: readonly Sent[]
  state: FormState
  locale: Locale
  t: Translator
}

/** Which letters she gets, what she has chosen about them, and the last ones. */
export function LettersPage({ choices, work, waiting, last, state, locale, t }: Props) {
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack-l">
        <div className="stack">
          <p className="sm">
            <a href={href(locale, '/account')}>{t('nav.account')}</a>
          </p>
          <h1>{t('letters.title')}</h1>
          <p>{t('letters.lead')}</p>
        </div>
        <section className="stack" aria-labelledby="kinds">
          <h2 id="kinds">{t('letters.kindsTitle')}</h2>
          <Kinds staff={work !== null} t={t} />
        </section>
        <section className="stack" aria-labelledby="choose">
          <h2 id="choose">{t('letters.choose')}</h2>
          {waiting && (
            <p className="note">
              {t('letters.waiting', { count: waiting.count, date: formatDate(waiting.from, locale) })}
            </p>
          )}
          <SectionForm
            id="letters"
            action={href(locale, '/account/letters')}
            fields={[...choiceFields(choices, t), ...(work ? workFields(work, t) : [])]}
            submit={t('fields.save')}
            state={state}
            t={t}
          />
        </section>
        <section className="stack" aria-labelledby="last">
          <h2 id="last">{t('letters.last')}</h2>
          <p className="sm muted">{t('letters.lastLead')}</p>
          {last.length === 0 ? <p>{t('letters.none')}</p> : <Last last={last} locale={locale} t={t} />}
        </section>
      </div>
    </main>
  )
}

function Kinds({ staff, t }: { staff: boolean; t: Translator }) {
  const kinds = [
    [t('letters.necessary'), t('letters.necessaryHow')],
    [t('letters.reminder'), t('letters.reminderHow')],
    [t('letters.review'), t('letters.reviewHow')],
    [t('letters.announcement'), t('letters.announcementHow')],
    ...(staff ? ([[t('letters.work'), t('letters.workHow')]] as const) : []),
  ] as const
  return (
    <ul className="plain stack-s">
      {kinds.map(([what, how]) => (
        <li key={what} className="card">
          <p>
            <strong>{what}</strong>
          </p>
          <p className="sm">{how}</p>
        </li>
      ))}
    </ul>
  )
}

function choiceFields({ reminders, reviews, announcements, pausedUntil }: LetterChoices, t: Translator): Field[] {
  return [
    {
      kind: 'select',
      name: 'reminders',
      label: t('fields.reminders'),
      hint: t('letters.remindersHint'),
      options: REMINDER_WAYS.map((value) => ({ value, label: t(`letters.ways.${value}`) })),
      value: reminders,
    },
    {
      kind: 'select',
      name: 'reviews',
      label: t('fields.reviews'),
      options: [
        { value: 'off', label: t('letters.reviewsOff') },
        { value: 'on', label: t('letters.reviewsOn') },
      ],
      value: reviews ? 'on' : 'off',
    },
    {
      kind: 'select',
      name: 'announcements',
      label: t('fields.announcements'),
      options: [
        { value: 'on', label: t('letters.announcementsOn') },
        { value: 'off', label: t('letters.announcementsOff') },
      ],
      value: announcements ? 'on' : 'off',
    },
    {
      kind: 'date',
      name: 'pausedUntil',
      label: t('fields.pausedUntil'),
      hint: t('letters.pausedUntilHint'),
      optional: true,
      value: pausedUntil,
    },
  ]
}

function workFields({ digest, atOnce }: WorkChoices, t: Translator): Field[] {
  const field = (name: 'workDigest' | 'workAtOnce', on: boolean): Field => ({
    kind: 'select',
    name,
    label: t(`fields.${name}`),
    options: [
      { value: 'on', label: t('letters.workOn') },
      { value: 'off', label: t('letters.workOff') },
    ],
    value: on ? 'on' : 'off',
  })
  return [field('workDigest', digest), field('workAtOnce', atOnce)]
}

function Last({ last, locale, t }: Pick<Props, 'last' | 'locale' | 't'>) {
  const headings = [t('letters.kind'), t('letters.at'), t('letters.state')] as const
  return (
    <CardTable caption={t('letters.last')} headings={headings}>
      {last.map(({ id, kind, state, at }) => (
        <tr key={id}>
          <th scope="row">{t(`letters.kinds.${kind}`)}</th>
          <td data-label={headings[1]}>{formatDate(at, locale)}</td>
          <td data-label={headings[2]}>{t(`cohorts.people.letterStates.${state}`)}</td>
        </tr>
      ))}
    </CardTable>
  )
}
