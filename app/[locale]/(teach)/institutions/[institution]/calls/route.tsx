import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { refuseForm } from '@/components/form/refuse-form'
import { CALL_CHANGES, CallsPage } from '@/components/institution/calls-page'
import { href } from '@/components/shell/paths'
import { nameIn } from '@/domain/person/name-in'
import { CALL_FIELDS, type CallFields, readCall } from '@/domain/research/call'
import { dayOf } from '@/domain/time/day'
import type { Translator } from '@/i18n/translator'
import type { Permit } from '@/server/auth/permit'
import { openInstitution } from '@/server/institution/open-institution'
import { institutionCalls, publishCall, withdrawCall } from '@/server/research/calls'
import { staffDocument } from '../../../staff-document'

type Typed = Record<string, string>
type CallAct = { act: 'remove'; id: string } | { act: 'add'; call: CallFields; typed: Typed }

/** The calls for research that an institution publishes. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'institution'>) =>
    openInstitution(caller, 'institution:change', params.institution),
  page: async ({ locale, t, query }, { permit, institution }, state) => {
    const about = {
      institution,
      name: nameIn(institution, locale),
      calls: await institutionCalls(permit),
      today: dayOf(new Date()),
      changed: CALL_CHANGES.find((one) => one === query.get('done')) ?? null,
    }
    return staffDocument(t('calls.title'), <CallsPage {...about} state={state} locale={locale} t={t} />)
  },
  read: (form, { t }) => readCallForm(form, t),
  act: ({ permit }, wanted, { t }) => act(permit, wanted, t),
  typed: (form) => ({ values: typedIn(form) }),
  done: (changed, { locale, params }) => href(locale, `/institutions/${params.institution}/calls?done=${changed}`),
})

function readCallForm(form: FormData, t: Translator): CallAct | Refused {
  const remove = form.get('remove')
  if (typeof remove === 'string') return { act: 'remove', id: remove }
  const typed = typedIn(form)
  const read = readCall(typed, dayOf(new Date()))
  if ('problem' in read) return { refused: refuseForm(t(`calls.problems.${read.problem}`), typed) }
  return { act: 'add', call: read.call, typed }
}

function typedIn(form: FormData): Typed {
  return Object.fromEntries(
    CALL_FIELDS.map((name) => {
      const value = form.get(name)
      return [name, typeof value === 'string' ? value : '']
    }),
  )
}

async function act(
  permit: Permit<'institution:change'>,
  wanted: CallAct,
  t: Translator,
): Promise<(typeof CALL_CHANGES)[number] | Refused> {
  if (wanted.act === 'remove') {
    await withdrawCall(permit, wanted.id, new Date())
    return 'withdrawn'
  }
  const published = await publishCall(permit, wanted.call, new Date())
  return published === 'full' ? { refused: refuseForm(t('calls.full'), wanted.typed) } : published
}
