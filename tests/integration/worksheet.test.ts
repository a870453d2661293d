import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { GET, POST } from '@/app/[locale]/(learn)/practice/worksheet/[file]/route'
import { GET as getBlank } from '@/app/[locale]/(public)/practice/worksheet/route'
import { courseSchema } from '@/domain/course/course'
import { translator } from '@/i18n/translator'
import { permitFor } from '@/server/auth/permit'
import { releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { practiceFiles } from '@/server/practice/practice-files'
import { myPractice } from '@/server/practice/practice-lists'
import { NOW } from '@/tests/support/exam-room'
import { smallCourse } from '@/tests/support/exam-taken'
import { gridFile } from '@/tests/support/grid-files'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'

const HERE = 'http://localhost:3000'
const FILE = `signs-${randomUUID()}`
const UNREAD = `unread-${randomUUID()}`
const OLD = `old-${randomUUID()}`
const COURSE = `course-${randomUUID()}`
const WHY = 'Une seule boîte, portée par la plus petite.'
const AMENDED = 'Vu :cite[l’article 82-5-1]{id="cpp-82-5-1"}.'
const BODY =
  ':::document[Note]{id="d1" kind="note"}\nElle :fact[pleure.]{id=F1} Puis :fact[elle remet tout.]{id=F2}\n:::\n'

beforeAll(async () => {
  const small = smallCourse(COURSE)
  const released = (id: string, worksheet: object) => ({
    file: { ...gridFile({ id }), ...worksheet },
    bodies: { ar: BODY, fr: BODY, en: BODY },
    signoff: [],
    hashes: { ar: 'a', fr: 'b', en: 'c' },
  })
  const reading = {
    child: 'yes',
    signs: [
      { sign: 'general.fear', mark: 'present', facts: ['F1'] },
      { sign: 'begging.takings', mark: 'unclear', facts: ['F2'], why: { ar: WHY, fr: WHY, en: WHY } },
    ],
  }
  const content = courseSchema.parse({
    ...small,
    cases: [
      released(FILE, { worksheet: reading }),
      released(UNREAD, {}),
      released(OLD, { worksheet: reading, lawDate: '2025-01-01', reasons: { ar: AMENDED, fr: AMENDED, en: AMENDED } }),
    ],
  })
  const row = { courseId: COURSE, number: 1, contentHash: COURSE, lawDate: NOW, languages: ['ar'], content }
  await db().release.create({ data: row })
  releases.reset()
})

const at = (file = FILE) => ({ params: Promise.resolve({ locale: 'fr', file }) })
const get = (file = FILE) => GET(new Request(`${HERE}/fr/practice/worksheet/${file}`), at(file))
function send(fields: Record<string, string>, file = FILE) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const headers = { origin: HERE, host: 'localhost:3000' }
  return POST(new Request(`${HERE}/fr/practice/worksheet/${file}`, { method: 'POST', body: form, headers }), at(file))
}

it('asks about the file without the reading of its authors', async () => {
  const { sessionId } = await insertPerson()
  await callAs(sessionId)
  const html = await (await get()).text()
  expect(html).toContain('name="begging.takings"')
  expect(html).not.toContain('name="organs.')
  expect(html).not.toContain(WHY)
  expect(html).not.toContain('checked')
})

it('compares sign by sign, stores only that it was done, and drops what was typed', async () => {
  const { accountId, sessionId } = await insertPerson()
  await callAs(sessionId)
  const typed = 'Amina, rue 12'
  const response = await send({
    child: 'yes',
    'general.fear': 'present',
    'fact:general.fear': 'F1',
    'begging.takings': 'absent',
    'fact:begging.takings': typed,
    'general.debt': `<b>${typed}</b>`,
  })
  const html = await response.text()
  expect(response.status).toBe(200)
  expect(html).toContain(WHY)
  expect(html.split('Autrement que les auteurs').length - 1).toBeGreaterThan(0)
  expect(html).toContain('En attente de relecture')
  expect(html).not.toContain(typed)
  expect(html).not.toMatch(/\d+ ?%/)
  expect(await db().practiceDone.findMany({ where: { accountId } })).toMatchObject([
    { kind: 'worksheet', caseId: FILE, courseId: COURSE, times: 1 },
  ])
  const files = await practiceFiles({ kind: 'person', accountId, confirmed: true, roles: null } as never, {
    locale: 'fr',
    now: NOW,
  })
  const file = files.find(({ id }) => id === FILE)
  expect(file?.retired).toEqual([])
  expect(file?.actions.map(({ kind, state }) => [kind, state])).toEqual([
    ['grid', 'new'],
    ['worksheet', 'done'],
  ])
  const permit = permitFor({ kind: 'person', accountId, confirmed: true } as never, 'account:read', { accountId })
  expect(await myPractice(permit, { locale: 'fr', now: NOW })).toMatchObject([
    { kind: 'worksheet', path: `/practice/worksheet/${FILE}`, state: 'done' },
  ])
})

it('is not found for a file whose signs nobody has read, and needs an account', async () => {
  const { sessionId } = await insertPerson()
  await callAs(sessionId)
  expect((await get(UNREAD)).status).toBe(404)
  expect((await send({}, 'nothing')).status).toBe(404)
  await callAs(null)
  expect((await get()).status).toBe(303)
  expect((await send({})).status).toBe(303)
})

it('says why a file whose law has changed is retired, and asks nothing about it', async () => {
  const { sessionId } = await insertPerson()
  await callAs(sessionId)
  const html = await (await get(OLD)).text()
  expect(html).toContain(translator('fr')('casework.retired.title'))
  expect(html).not.toContain('name="begging.takings"')
})

it('gives the blank worksheet to everybody, with a form that cannot be sent', async () => {
  await callAs(null)
  const html = await (
    await getBlank(new Request(`${HERE}/fr/practice/worksheet`), { params: Promise.resolve({ locale: 'fr' }) })
  ).text()
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  expect(main.match(/<form[^>]*>/g)).toEqual([expect.stringContaining('method="dialog"')])
  expect(main).not.toContain('action=')
  for (const [field] of main.matchAll(/<input type="text"[^>]*>/g)) expect(field).not.toContain('name=')
  expect(main).not.toContain('type="submit"')
})
