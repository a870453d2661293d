import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { AnnouncementPage, announcementTitle } from '@/components/cohort/messages/announcement-page'
import type { AnnouncementDone } from '@/components/cohort/messages/announcements'
import { refuseFields } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { readWhen, whenSchema } from '@/domain/announcement/announcement-form'
import { isOver, phaseOf } from '@/domain/cohort/phase'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { translator } from '@/i18n/translator'
import { openAnnouncement, ownAnnouncement } from '@/server/announcement/announcement-page'
import { sendTest } from '@/server/announcement/send-test'
import {
  deleteAnnouncement,
  holdAnnouncement,
  sendAnnouncement,
  withdrawAnnouncement,
} from '@/server/announcement/write-announcement'
import { requireCohort, type WithCohort } from '@/server/cohort/cohort-permit'
import { staffDocument } from '../../../../staff-document'
import { doneTo } from '../message-act'

type Here = Context<'cohort' | 'message'>
type Act = { act: 'send'; version: number; at: Date | null } | { act: 'test' | 'hold' | 'delete' | 'withdraw' }

/** A message before and after it is sent. Every form on the page names its act. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params }: Here) => {
    const granted = await requireCohort(caller, 'cohort:announce', params.cohort)
    await ownAnnouncement(granted.cohort, params.message)
    return granted
  },
  page: async ({ locale, t, params, query }, granted, state) => {
    const now = new Date()
    const opened = await openAnnouncement(granted, params.message, now)
    const over = isOver(phaseOf(granted.cohort, now))
    const subjectIn = (language: typeof locale) => translator(language)('cohorts.messages.subject')
    const about = { ...opened, cohort: granted.cohort, over, done: doneTo(query), state, subjectIn, locale, t }
    return staffDocument(announcementTitle(opened.announcement.state, t), <AnnouncementPage {...about} />)
  },
  typed: (form) => ({ ...(form.get('act') === 'test' && { form: 'test' }), values: readWhen(form) }),
  read: readAct,
  act: (granted, act, { params }) => run(granted, params.message, act),
  done: (done, { locale, params }) => {
    const list = href(locale, `/cohorts/${params.cohort}/messages`)
    return `${done === 'deleted' ? list : `${list}/${params.message}`}?done=${done}`
  },
})

function readAct(form: FormData, { t }: Here, { cohort }: WithCohort<'cohort:announce'>): Act | Refused {
  const act = form.get('act')
  if (act === 'test' || act === 'hold' || act === 'delete' || act === 'withdraw') return { act }
  const version = Number(form.get('version'))
  if (act !== 'send' || !Number.isInteger(version)) throw new AppError('invalid-input', 'act on a message')
  const typed = readWhen(form)
  const { data, error } = whenSchema(cohort.endsOn, new Date()).safeParse(typed)
  return error ? { refused: refuseFields(t, fieldProblems(error), typed) } : { act, version, at: data }
}

async function run(granted: WithCohort<'cohort:announce'>, id: string, act: Act): Promise<AnnouncementDone> {
  const { permit } = granted
  const now = new Date()
  if (act.act === 'test') {
    await sendTest(granted, id, now)
    return 'tested'
  }
  if (act.act === 'send') {
    await sendAnnouncement(permit, id, act, now)
    return act.at ? 'scheduled' : 'sent'
  }
  if (act.act === 'hold') {
    await holdAnnouncement(permit, id)
    return 'held'
  }
  if (act.act === 'delete') {
    await deleteAnnouncement(permit, id)
    return 'deleted'
  }
  await withdrawAnnouncement(permit, id, now)
  return 'withdrawn'
}
