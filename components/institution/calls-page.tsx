import type { Locale } from '@/domain/locale'
import { type CallFields, isCallOpen } from '@/domain/research/call'
import { shownIn } from '@/domain/text/texts'
import type { Day } from '@/domain/time/day'
import { formatDate, type Translator } from '@/i18n/translator'
import type { Field } from '../form/field'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { FoldAct } from '../ui/fold-act'
import { StaffPage } from '../ui/staff-page'

export const CALL_CHANGES = ['published', 'withdrawn'] as const

type Call = CallFields & { id: string }
type Props = {
  institution: { id: string }
  name: string
  calls: readonly Call[]
  today: Day
  changed: (typeof CALL_CHANGES)[number] | null
  state: FormState
  locale: Locale
  t: Translator
}

/** The calls for research of an institution, each with a way to withdraw it, and a form for one more. */
export function CallsPage({ institution, name, calls, today, changed, state, locale, t }: Props) {
  const path = `/institutions/${institution.id}`
  const action = href(locale, `${path}/calls`)
  return (
    <StaffPage heading={t('calls.title')} lead={t('calls.lead')} crumbs={[{ path, label: name }]} locale={locale} t={t}>
      {changed && (
        <p className="note ok" role="status">
          {t(`calls.changed.${changed}`)}
        </p>
      )}
      {calls.length === 0 && <p className="card">{t('calls.none')}</p>}
      {calls.length > 0 && (
        <ul className="plain stack">
          {calls.map((call) => (
            <OwnCall key={call.id} call={call} today={today} action={action} locale={locale} t={t} />
          ))}
        </ul>
      )}
      <section className="stack" aria-labelledby="add">
        <h2 id="add">{t('calls.add')}</h2>
        <SectionForm id="call" action={action} fields={fieldsOf(t)} submit={t('calls.addButton')} state={state} t={t} />
      </section>
    </StaffPage>
  )
}

type OwnCallProps = { call: Call; today: Day; action: string; locale: Locale; t: Translator }

function OwnCall({ call, today, action, locale, t }: OwnCallProps) {
  const title = shownIn(call.titles, locale)
  const date = formatDate(new Date(call.deadline), locale)
  return (
    <li className="card stack-s">
      <p>
        <strong>
          <bdi lang={title?.locale}>{title?.value}</bdi>
        </strong>
      </p>
      <p className="sm muted">{t(isCallOpen(call, today) ? 'calls.open' : 'calls.ended', { date })}</p>
      <FoldAct
        summary={t('calls.remove')}
        hint={t('calls.removeHint')}
        button={t('calls.removeButton', { title: title?.value ?? '' })}
        action={action}
        field={{ name: 'remove', value: call.id }}
      />
    </li>
  )
}

function fieldsOf(t: Translator): Field[] {
  const languages = [
    { name: 'Arabic', dir: 'rtl', lang: 'ar' },
    { name: 'French', dir: 'ltr', lang: 'fr' },
    { name: 'English', dir: 'ltr', lang: 'en' },
  ] as const
  return [
    ...languages.flatMap(({ name, dir, lang }): Field[] => [
      { kind: 'text', name: `title${name}`, label: t(`calls.title${name}`), optional: true, dir, lang },
      {
        kind: 'area',
        name: `text${name}`,
        label: t(`calls.text${name}`),
        optional: true,
        ...(name === 'Arabic' && { hint: t('calls.textHint') }),
      },
    ]),
    { kind: 'text', name: 'link', label: t('calls.link'), hint: t('calls.linkHint'), optional: true, dir: 'ltr' },
    { kind: 'date', name: 'deadline', label: t('calls.deadline') },
  ]
}
