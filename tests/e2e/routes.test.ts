import type { APIRequestContext } from '@playwright/test'
import { INSTITUTION_ROLES, PLATFORM_ROLES } from '@/domain/auth/role'
import type { Course } from '@/domain/course/course'
import { lessonSteps } from '@/domain/course/lesson-steps'
import type { Of } from '../support/access/access'
import { GRID } from '../support/access/answers'
import { READER_ROUTES, STAFF_ROUTES } from '../support/access/declared'
import { type Answer, answerOf } from '../support/e2e/answer'
import { routes } from '../support/e2e/route-list'
import { COURSE, expect, PUBLIC_COURSE, type Someone, test } from '../support/e2e/test'

test('every route of the site has its row', () => {
  expect([...Object.keys(READER_ROUTES), ...Object.keys(STAFF_ROUTES)].sort()).toEqual(routes())
})

for (const [route, rowOf] of Object.entries(READER_ROUTES)) {
  test(route, async ({ request, cast, rows, sit, login, course, library }) => {
    const [method = '', pattern = ''] = route.split(' ')
    const named = { number: cast.certificate.number, cohort: cast.measured, ...firstLesson(course) }
    const row = typeof rowOf === 'function' ? rowOf({ ...named, attempt: cast.attempt }) : rowOf
    // A form may change something, so the learner and the other person are not shared with other tests.
    const ofCast = { someone: cast[row.of ?? 'sitter'], attempt: cast.attempt }
    const atTest = async () => {
      const someone = await login({ enrolledIn: [COURSE] })
      await rows.seat(cast.measured, someone)
      await rows.beginTest(cast.measured, someone)
      return { someone, attempt: cast.attempt }
    }
    const own = method === 'GET' ? ofCast : row.atTest ? await atTest() : await sit()
    const other = method === 'GET' ? cast.reader : await login({ enrolledIn: [COURSE] })
    const powers = method === 'GET' ? cast.powers : await login({ enrolledIn: [COURSE] })
    if (method !== 'GET') {
      await rows.empower(own.someone, cast.school, ['learner'])
      await rows.empower(powers, cast.school, INSTITUTION_ROLES)
      await rows.empower(powers, null, PLATFORM_ROLES)
    }
    const of = { ...named, attempt: own.attempt }
    const address = pattern
      .replace('[locale]', 'ar')
      .replace('[...rest]', 'nothing-here')
      .replace('[course]/handout/[file]', `${PUBLIC_COURSE}/handout/poster-ar.pdf`)
      .replace('/api/courses/[course]/kept', `/api/courses/${COURSE}/kept?lang=ar`)
      .replace('[course]', COURSE)
      .replace('[lesson]/[step]', `${named.lesson}/${firstStep(course)}`)
      .replace('[lesson]', named.lesson)
      .replace('[n]', '1')
      // The POST tests begin a simulation, so the GET tests use another one.
      .replace('[case]', method === 'GET' ? 'night-report' : 'first-interview')
      .replace('[run]', '0198c0de-0000-7000-8000-000000000001')
      .replace('[step]', '1')
      .replace('[cohort]', named.cohort)
      .replace('[seminar]', cast.seminar)
      .replace('[room]', cast.running.room)
      .replace('[material]', '0198c0de-0000-7000-8000-000000000001')
      .replace('[form]', 'before')
      .replace('[number]', named.number)
      .replace('notes/[note]', `notes/${cast.note}`)
      .replace('messages/[thread]', `messages/${cast.thread}`)
      .replace('notes/[file]', 'notes/notes.md')
      .replace('[list]', '0')
      .replace('[profile]', 's-begging')
      .replace('[provision]', firstId(library.provisions))
      .replace('first/[kind]/[file]', 'first/referral/s-begging')
      .replace('grid/[file]', `grid/${GRID}`)
      .replace('worksheet/[file]', `worksheet/${GRID}`)
      .replace('[file]', 'bibliography.bib')
      .replace('cases/[id]', `cases/${firstId(library.decisions)}`)
      .replace('checklists/[id]', `checklists/${firstId(library.procedureChecklists)}`)
      .replace('models/[id]', `models/${firstId(library.models)}`)
      .replace('briefs/[id]', `briefs/${firstId(library.briefs)}`)
      .replace('figures/[id]', `figures/${firstId(library.figures)}`)
    const ask = (someone: Someone | null) => send(request, method, address, someone, row.form?.(of), row.json?.(of))

    expect({
      anonymous: await ask(null),
      unconfirmed: await ask(cast.unconfirmed),
      other: await ask(other),
      powers: await ask(powers),
      learner: await ask(own.someone),
    }).toEqual({
      anonymous: row.anonymous,
      unconfirmed: row.unconfirmed,
      other: row.other,
      powers: row.powers ?? row.other,
      learner: row.learner,
    })
  })
}

function firstLesson({ lessons }: Course): Pick<Of, 'lesson' | 'choice'> {
  const [first] = lessons
  const choice = first?.practice.find(({ kind }) => kind === 'single')
  if (!first || !choice) throw new Error('the course has no lesson, or no choice in its first')
  return { lesson: first.file.id, choice }
}

/** The first step of its first lesson. */
function firstStep({ lessons: [first] }: Course): string {
  return (first && lessonSteps(first, 'ar')[0]?.id) ?? ''
}

function firstId(entries: Readonly<Record<string, unknown>>): string {
  return Object.keys(entries)[0] ?? ''
}

async function send(
  request: APIRequestContext,
  method: string,
  address: string,
  someone: Someone | null,
  form: Record<string, string> | undefined,
  json: object | undefined,
): Promise<Answer> {
  const headers: Record<string, string> = someone ? { cookie: `session=${someone.cookie}` } : {}
  const body = json ? { data: json } : method === 'POST' ? { form: form ?? {} } : {}
  return answerOf(await request.fetch(address, { method, headers, maxRedirects: 0, ...body }))
}
