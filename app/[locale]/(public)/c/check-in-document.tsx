import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import type { Refused } from '@/app/http/refused'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { refuseForm } from '@/components/form/refuse-form'
import { CheckInPage } from '@/components/seminar/check-in-page'
import { href } from '@/components/shell/paths'
import { textFields } from '@/domain/form/form-fields'
import { nameIn } from '@/domain/person/name-in'
import { guestSchema } from '@/domain/seminar/attendance'
import type { CheckInResult, Who } from '@/server/seminar/attendance/check-in'
import { checkInName } from '@/server/seminar/attendance/check-in-name'

export type Sent = { who: Who; code: string; late: boolean }
/** The account that is signed in, if any. */
export type Signed = { accountId: string } | null
type View = {
  result: (Pick<CheckInResult, 'status' | 'halfDay'> & { at?: Date }) | null
  halfDay: CheckInResult['halfDay']
  code: string
}

/** Reads the form. A guest gives her name and her address; a person who is signed in gives neither. */
export function readCheckIn(form: FormData, { t }: Pick<Context, 't'>, signed: Signed): Sent | Refused {
  const sent = textFields(form, ['code', 'late', 'name', 'email'])
  const { code, late } = { code: sent.code.slice(0, 60), late: sent.late === 'yes' }
  if (signed) return { who: { accountId: signed.accountId }, code, late }
  const guest = guestSchema.safeParse(sent)
  if (guest.success) return { who: guest.data, code, late }
  const typed = { code, name: sent.name.slice(0, 80), email: sent.email.slice(0, 254) }
  // Whoever has given only the code has made no mistake: the page asks who she is.
  if (code.trim() !== '' && sent.name.trim() === '' && sent.email.trim() === '')
    return { refused: { ...UNTOUCHED, values: typed }, status: 200 }
  return { refused: refuseForm(t('attendance.checkIn.wrongGuest'), typed) }
}

/** The page before a code is sent, and afterwards with the result. */
export async function checkInDocument(
  { locale, t, path }: Pick<Context, 'locale' | 't' | 'path'>,
  signed: Signed,
  { result, halfDay, code }: View,
  state: FormState = UNTOUCHED,
): Promise<DocumentPage> {
  const person = signed && (await checkInName(signed.accountId))
  const [own = ''] = path.split('?')
  const back = code ? `${own}?k=${encodeURIComponent(code)}` : own
  const main = (
    <CheckInPage
      room={halfDay}
      action={href(locale, own)}
      signIn={`${href(locale, '/sign-in')}?next=${encodeURIComponent(href(locale, back))}`}
      person={person && { name: nameIn(person, locale), court: person.institution }}
      code={code}
      said={result && { status: result.status, at: result.at ?? null }}
      state={state}
      locale={locale}
      t={t}
    />
  )
  return { title: t('attendance.checkIn.title'), main, index: false, status: statusFor(result?.status) }
}

function statusFor(status: CheckInResult['status'] | undefined): number {
  if (status === 'changed') return 400
  return status === 'too-many' ? 429 : 200
}
