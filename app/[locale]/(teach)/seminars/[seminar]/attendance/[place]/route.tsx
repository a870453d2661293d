import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import { PresencePage } from '@/components/seminar/presence-page'
import { href } from '@/components/shell/paths'
import { fieldProblems } from '@/domain/form/field-problem'
import { textFields } from '@/domain/form/form-fields'
import { reasonSchema } from '@/domain/form/reason'
import { nameIn } from '@/domain/person/name-in'
import { type Corrected, correct } from '@/server/seminar/attendance/correct'
import { isListClosed, openPlace, strike } from '@/server/seminar/attendance/list'
import { requireSeminar } from '@/server/seminar/seminar-permit'
import { staffDocument } from '../../../../staff-document'
import { listPath } from '../address'

type Params = 'seminar' | 'place'
type Sent = { turn: string; reason: string; halfDayIds: string[] }
const SAID = ['saved', 'proposed', 'corrected', 'unchanged', 'guest'] as const

/** One person on the attendance list. Striking a presence needs a reason; on a closed list it is a correction. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<Params>) => requireSeminar(caller, 'seminar:run', params.seminar),
  page: async ({ locale, t, params, query }, { seminar }, state) => {
    const place = await openPlace(seminar, params.place)
    const done = SAID.find((one) => one === query.get('done'))
    const said = done ? t(done === 'saved' ? 'attendance.list.saved' : `attendance.person.${done}`) : null
    const closed = await isListClosed(seminar)
    const main = (
      <PresencePage seminar={seminar} place={place} closed={closed} said={said} state={state} locale={locale} t={t} />
    )
    return staffDocument(nameIn(place, locale), main)
  },
  read: (form, { t }): Sent | Refused => {
    const { turn, reason } = textFields(form, ['turn', 'reason'])
    const given = reasonSchema.safeParse({ reason })
    if (!given.success) return { refused: refuseFields(t, fieldProblems(given.error), { reason, turn }) }
    return { turn, reason: given.data.reason, halfDayIds: form.getAll('halfDay').map(String) }
  },
  act: async (granted, { turn, reason, halfDayIds }, context): Promise<Corrected | 'saved' | Refused> => {
    const { seminar, permit } = granted
    const { place: placeId } = context.params
    const now = new Date()
    if (await isListClosed(seminar)) {
      const { permit: issues } = await requireSeminar(context.caller, 'seminar:issue', seminar.id)
      return correct(issues, seminar, { placeId, halfDayIds, reason }, now)
    }
    const [act, halfDayId = ''] = turn.split(' ')
    if (act !== 'strike' && act !== 'restore')
      return { refused: refuseForm(context.t('attendance.person.nothing'), {}) }
    await strike(permit, seminar, { placeId, halfDayId, reason, back: act === 'restore' }, now)
    return 'saved'
  },
  done: (done, context) => href(context.locale, `${listPath(context)}/${context.params.place}?done=${done}`),
})
