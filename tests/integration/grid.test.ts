import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getResult } from '@/app/[locale]/(learn)/practice/grid/[file]/result/route'
import { GET as getGrid, POST as postGrid } from '@/app/[locale]/(learn)/practice/grid/[file]/route'
import { GET as getList } from '@/app/[locale]/(learn)/practice/route'
import { PUT } from '@/app/api/practice/grids/route'
import { ELEMENTS, type GridFile } from '@/domain/case/grid-file'
import { LOCALES, type Locale } from '@/domain/locale'
import { referenceOf } from '@/domain/practice/grid-answers'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { permitFor } from '@/server/auth/permit'
import { targetOf } from '@/server/cohort/cohort-permit'
import { forgetNewestReleases, releases } from '@/server/content/releases'
import { courseOf } from '@/server/course/learner-course'
import { db, sql } from '@/server/db/client'
import { findLearner } from '@/server/db/course/learners'
import { uniteDone, uniteGrids } from '@/server/db/merge/merge-learning'
import { noteDone } from '@/server/db/practice/practice-done'
import { cohortHardest } from '@/server/practice/hardest-elements'
import { publishedGrid, releasedGrid } from '@/tests/support/cases'
import { insertParticipant, insertPlace, makeCohort, makeSchool } from '@/tests/support/cohorts'
import { localized } from '@/tests/support/course-factories'
import { publish } from '@/tests/support/exam-room'
import { gridFile, perfectAnswers } from '@/tests/support/grid-files'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { actorNow } from '@/tests/support/staff'

const t = translator('fr')

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const ORIGIN = 'http://localhost:3000'
type Fields = Record<string, string | string[]>

/** A new person, and her requests for a grid. */
async function reader(given?: Awaited<ReturnType<typeof publishedGrid>>) {
  const grid = given ?? (await publishedGrid())
  const person = await insertPerson()
  await callAs(person.sessionId)
  const { id } = grid.file
  const place = (locale: Locale) => ({ params: Promise.resolve({ locale, file: id }) })
  const address = (locale: Locale) => `${ORIGIN}/${locale}/practice/grid/${id}`
  const open = async (locale: Locale = 'fr') => getGrid(new Request(address(locale)), place(locale))
  const result = async (locale: Locale = 'fr') => getResult(new Request(`${address(locale)}/result`), place(locale))
  const send = async (fields: Fields, locale: Locale = 'fr') => {
    const body = new URLSearchParams({ release: grid.releaseId })
    for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value)
    const headers = { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' }
    return postGrid(new Request(address(locale), { method: 'POST', headers, body }), place(locale))
  }
  const put = (sent: object) => {
    const body = JSON.stringify({ caseId: id, number: 1, releaseId: grid.releaseId, ...sent })
    const headers = { origin: ORIGIN, 'content-type': 'application/json' }
    return PUT(new Request(`${ORIGIN}/api/practice/grids`, { method: 'PUT', headers, body }))
  }
  const tick = async (version: number, fields: Record<string, string[]>, number = 1) => {
    const response = await put({ number, version, fields })
    return response.ok ? (await response.json()).outcome : response.status
  }
  const rows = () => db().gridAttempt.findMany({ where: { accountId: person.accountId }, orderBy: { number: 'asc' } })
  return { ...grid, person, open, result, send, put, tick, rows }
}

/** The fields of a form that gives the reference solution. */
function rightFields(file = gridFile()): Fields {
  const fields = ELEMENTS.flatMap((element) => {
    const { supports, contradicts } = file.elements[element]
    const values = referenceOf(file, element)
    const named: [string, string[]][] =
      element === 'threshold'
        ? values.map((value) => [`threshold.${value.split(':')[0]}`, [value]])
        : [[element, [...values]]]
    return [...named, [`${element}.s`, supports], [`${element}.c`, contradicts]] as [string, string[]][]
  })
  return Object.fromEntries(fields)
}

describe('a grid that is not handed in', () => {
  it('holds nothing of the solution, in any language', async () => {
    const secret = gridFile()
    const marked = (text: string) => ({ ar: `سر ${text}`, fr: `secret ${text}`, en: `secret ${text}` })
    const elements = Object.fromEntries(
      ELEMENTS.map((element) => [element, { ...secret.elements[element], feedback: marked(`feedback ${element}`) }]),
    ) as typeof secret.elements
    const her = await reader(await publishedGrid({ elements, reasons: marked('reasons') }))

    for (const locale of LOCALES) {
      const page = await (await her.open(locale)).text()
      expect(page).not.toMatch(/secret|سر (feedback|reasons)/)
      expect(page).not.toMatch(/supports|contradicts|verdict|solution|cp-448|checked/)
      expect(page).toContain('F12')
    }
    const result = await her.result()
    expect(result.status).toBe(303)
  })

  it('shows the whole solution of a worked file, and the first half of a partly worked one', async () => {
    const marked = (element: string) => ({ ar: `حل ${element}`, fr: `key-${element}`, en: `key-${element}` })
    const { elements } = gridFile()
    const keyed = Object.fromEntries(
      ELEMENTS.map((element) => [element, { ...elements[element], feedback: marked(element) }]),
    ) as typeof elements
    const shown = async (guidance: 'worked' | 'partial') => {
      const her = await reader(await publishedGrid({ guidance, elements: keyed }))
      const page = await (await her.open()).text()
      return ELEMENTS.filter((element) => page.includes(`key-${element}`))
    }

    expect(await shown('worked')).toEqual([...ELEMENTS])
    expect(await shown('partial')).toEqual(['act', 'means', 'purpose'])
  })

  it('stores ids alone: nothing that is typed, and nothing that the file does not offer', async () => {
    const her = await reader()
    await her.send({ number: '1', version: '0', act: 'A name', 'act.s': ['F1', 'Fatima'], note: 'typed', do: 'keep' })

    expect((await her.rows()).map(({ answers }) => answers)).toEqual([
      { act: { values: [], supports: ['F1'], contradicts: [], certainty: null } },
    ])
  })

  it('keeps what she ticks and shows it again, in another language too', async () => {
    const her = await reader()
    const kept = await her.send({
      number: '1',
      version: '0',
      act: 'made-out',
      'act.s': ['F2'],
      'act.k': 'sure',
      do: 'keep',
    })

    expect(kept.headers.get('location')).toContain('?kept=1')
    const page = await (await her.open('ar')).text()
    expect(page).toMatch(/name="act" checked="" value="made-out"|name="act" value="made-out" checked=""/)
    expect(page.match(/checked=""/g)).toHaveLength(3)
    expect(await (await her.open()).text()).toContain('1 sur 6')
  })
})

describe('two windows', () => {
  it('save the first change, and show the second window what is stored', async () => {
    const her = await reader()
    expect(await her.tick(0, { act: ['made-out'] })).toBe('saved')
    expect(await her.tick(0, { act: ['not-made-out'] })).toBe('changed')
    expect(await her.tick(1, { act: ['undecided'] })).toBe('saved')
    const late = await her.send({ number: '1', version: '1', act: 'not-made-out', do: 'keep' })

    expect(late.status).toBe(409)
    expect(await late.text()).toContain('undecided')
    expect(await her.rows()).toMatchObject([{ version: 2, answers: { act: { values: ['undecided'] } } }])
  })

  it('begin one attempt if both begin it at once', async () => {
    const her = await reader()
    const both = await Promise.all([her.tick(0, { act: ['made-out'] }), her.tick(0, { act: ['undecided'] })])

    expect(both.toSorted()).toEqual(['changed', 'saved'])
    expect(await her.rows()).toHaveLength(1)
  })

  it('hand in once if both hand in at once', async () => {
    const her = await reader()
    await her.tick(0, { act: ['made-out'] })
    const form = { ...rightFields(), number: '1', version: '1', do: 'hand-in' }
    const both = await Promise.all([her.send(form), her.send(form)])

    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(await db().practiceDone.findMany({ where: { accountId: her.person.accountId } })).toMatchObject([
      { kind: 'grid', caseId: her.file.id, courseId: her.courseId, times: 1 },
    ])
  })

  it('change nothing in an attempt once it is handed in', async () => {
    const her = await reader()
    await her.send({ number: '1', version: '0', act: 'made-out', do: 'hand-in' })

    expect(await her.tick(2, { act: ['undecided'] })).toBe('changed')
    expect(await her.tick(0, { act: ['undecided'] }, 2)).toBe('saved')
    expect(await her.rows()).toMatchObject([{ number: 1 }, { number: 2, handedInAt: null }])
  })
})

describe('a page', () => {
  /** What the page tells its script. */
  const told = (html: string) => {
    const attribute = (name: string) => html.match(new RegExp(`data-${name}="([^"]*)"`))?.[1]?.replaceAll('&quot;', '"')
    return { owner: attribute('owner'), writer: attribute('writer'), stored: JSON.parse(attribute('stored') ?? '') }
  }
  const none = { number: 0, version: 0, writer: null, step: 0, closed: true }

  it('recognises what it has saved itself, although it did not hear of it', async () => {
    const her = await reader()
    const { owner, writer, stored } = told(await (await her.open()).text())
    expect(stored).toEqual(none)
    const first = { owner, writer, step: 1, version: 0, fields: { act: ['made-out'] } }
    expect(await (await her.put(first)).json()).toEqual({ outcome: 'saved' })

    const saved = { number: 1, version: 1, writer, step: 1, closed: false }
    const again = await her.put({ ...first, step: 2, fields: { act: ['undecided'] } })
    expect(await again.json()).toEqual({ outcome: 'changed', stored: saved })
    expect(await her.rows()).toMatchObject([{ answers: { act: { values: ['made-out'] } } }])
    expect(told(await (await her.open()).text()).stored).toEqual(saved)

    expect(await (await her.put({ ...first, step: 2, version: 1 })).json()).toEqual({ outcome: 'saved' })
    expect(await her.rows()).toMatchObject([{ version: 2, writer, step: 2 }])
  })

  it('recognises what its form has handed in, and has another id each time it is opened', async () => {
    const her = await reader()
    const { owner = '', writer = '' } = told(await (await her.open()).text())
    await her.send({ number: '1', version: '0', owner, writer, step: '7', act: 'made-out', do: 'hand-in' })

    const next = told(await (await her.open()).text())
    expect(next.stored).toEqual({ number: 1, version: 1, writer, step: 7, closed: true })
    expect([next.owner === owner, next.writer === writer]).toEqual([true, false])
  })

  it('is not told apart without a script', async () => {
    const her = await reader()
    const { owner = '' } = told(await (await her.open()).text())
    await her.send({ number: '1', version: '0', owner, writer: '', step: '', act: 'made-out', do: 'keep' })

    expect(await her.rows()).toMatchObject([{ version: 1, writer: null, step: 0 }])
  })

  it('that was shown to another person stores nothing', async () => {
    const grid = await publishedGrid()
    const her = await reader(grid)
    const { owner = '' } = told(await (await her.open()).text())
    const his = await reader(grid)
    expect(told(await (await his.open()).text()).owner).not.toBe(owner)

    const sent = await his.put({ owner, version: 0, fields: { act: ['made-out'] } })
    expect([sent.status, await sent.json()]).toEqual([409, { code: 'conflict' }])
    const form = await his.send({ number: '1', version: '0', owner, act: 'made-out', do: 'hand-in' })
    expect(form.status).toBe(409)
    expect([await her.rows(), await his.rows()]).toEqual([[], []])
  })
})

describe('the result', () => {
  it('quotes the facts, cites the law, computes the penalty and gives both readings', async () => {
    const her = await reader()
    await her.send({ ...rightFields(), number: '1', version: '0', do: 'hand-in' })
    const page = await (await her.result()).text()

    expect(page).toContain('Qualification conforme à la référence')
    expect(page).toContain('Éléments conformes')
    expect(page).toContain('Fact 1.')
    expect(page).toContain('Réclusion de 20 à 30 ans')
    expect(page).toMatch(/one reading/)
    expect(page).toMatch(/another/)
    expect(page).toMatch(/Attendu qu’il résulte du dossier que «\s*Fact 1\s*»/)
    expect(page).toMatch(/<textarea(?![^>]*name=)/)
  })

  it('names the decisions that resemble the file, with what they share, once it is handed in', async () => {
    const her = await reader(await publishedGrid({ keywords: ['begging', 'child', 'disability'] }))
    const decision = '/library/cases/ma-rabat-mendicite-handicap'
    expect(await (await her.open()).text()).not.toContain(decision)
    await her.send({ ...rightFields(), number: '1', version: '0', do: 'hand-in' })

    expect(await (await her.result()).text()).toContain(`href="/fr${decision}"`)
    const page = await (await her.result('ar')).text()
    expect(page).toContain(`href="/ar${decision}"`)
    expect(page).toContain('3 قرارات قريبة من هذا الملف')
    expect(page).toMatch(/يشترك مع الملف في: التسول · طفل دون .*وضعية إعاقة/)
  })

  it('names no decision for a file that shares nothing with any', async () => {
    const her = await reader()
    await her.send({ ...rightFields(), number: '1', version: '0', do: 'hand-in' })

    expect(await (await her.result()).text()).not.toContain('decisions-alike')
  })

  it('says where her elements contradict her qualification', async () => {
    const her = await reader()
    await her.send({ ...rightFields(), qualification: 'none', number: '1', version: '0', do: 'hand-in' })

    expect(await (await her.result()).text()).toContain('mènent à la traite')
  })

  it('stays as it was when the file changes, and says so', async () => {
    const first = await publishedGrid()
    const her = await reader(first)
    await her.send({ ...rightFields(), number: '1', version: '0', do: 'hand-in' })
    await publishedGrid({ id: first.file.id, revision: 2, verdict: 'doubtful' }, first.courseId, 2)
    const page = await (await her.result()).text()

    expect(page).toContain('Réclusion de 20 à 30 ans')
    expect(page).toContain('a changé depuis')
  })

  it('is hers alone', async () => {
    const grid = await publishedGrid()
    const her = await reader(grid)
    await her.send({ ...rightFields(), number: '1', version: '0', do: 'hand-in' })
    const other = await reader(grid)

    expect((await other.result()).status).toBe(303)
    expect(await (await other.open()).text()).not.toMatch(/checked=""/)
  })
})

it('offers each fact in its own words, under its paper, which stands open once a fact of it is marked', async () => {
  const her = await reader(await publishedGrid())
  const papers = async () => [
    ...(await (await her.open()).text()).matchAll(/<details class="fact-paper"( open="")?>.*?<\/details>/gs),
  ]
  const [supports] = await papers()
  expect(supports?.[1]).toBeUndefined()
  for (const number of [1, 2, 12]) {
    expect(supports?.[0]).toMatch(new RegExp(`value="F${number}"/>.*?Fact ${number}\\.`, 's'))
  }
  expect(supports?.[0]).toContain('<summary>Report</summary>')
  await her.tick(0, { act: ['made-out'], 'act.s': ['F2'] })
  const open = (await papers()).map(([, isOpen]) => isOpen !== undefined)
  expect(open.slice(0, 3)).toEqual([true, false, false])
})

it('lists the files for a visitor, and opens the whole of one only to whoever has signed in', async () => {
  const grid = await publishedGrid()
  const her = await reader(grid)
  await her.tick(0, { act: ['made-out'] })
  const list = async () =>
    (await getList(new Request(`${ORIGIN}/fr/practice?all=1`), { params: Promise.resolve({ locale: 'fr' }) })).text()

  expect(await list()).toContain(t('casework.hub.because.begun'))
  await callAs(null)
  expect(await list()).toContain(`/fr/practice/first/grid/${grid.file.id}`)
  expect(await list()).not.toContain(`/fr/practice/grid/${grid.file.id}`)
  expect((await her.open()).headers.get('location')).toContain('/fr/sign-in')
  expect(await her.tick(1, { act: ['undecided'] })).toBe(401)
})

it('does not tell that a file of a closed course is there', async () => {
  const grid = await publishedGrid()
  await db().$executeRaw`
    update "Release" set content = jsonb_set(content, '{file,access}', '"closed"') where id = ${grid.releaseId}::uuid`
  const her = await reader(grid)

  expect((await her.open()).status).toBe(404)
  expect(await her.tick(0, { act: ['made-out'] })).toBe(404)
})

it('merges two accounts: attempts are renumbered, one stays under way, practice done in either counts', async () => {
  const grid = await publishedGrid()
  const other = await reader(grid)
  await other.send({ number: '1', version: '0', act: 'made-out', do: 'hand-in' })
  await other.tick(0, { act: ['made-out'] }, 2)
  const kept = await reader(grid)
  await kept.send({ number: '1', version: '0', act: 'made-out', do: 'hand-in' })
  await kept.tick(0, { act: ['undecided'] }, 2)
  const pair = { kept: kept.person.accountId, other: other.person.accountId }
  await db().$transaction(async (tx) => {
    await uniteGrids(tx, pair)
    await uniteDone(tx, pair)
    await tx.practiceDone.updateMany({ where: { accountId: pair.other }, data: { accountId: pair.kept } })
  })

  expect((await kept.rows()).map(({ number, handedInAt }) => [number, handedInAt !== null])).toEqual([
    [1, true],
    [2, true],
    [3, false],
  ])
  expect(await other.rows()).toEqual([])
  expect(await db().practiceDone.findMany({ where: { accountId: pair.kept } })).toMatchObject([{ times: 2 }])
})

/** A learner who has finished the lessons of a course that demands one file. */
async function demanding(overrides: Partial<GridFile> = {}, refs = (id: string) => [id]) {
  const id = `grid-${randomUUID().slice(0, 8)}`
  const released = releasedGrid(gridFile({ id, ...overrides }))
  const { courseId, id: releaseId } = await publish(undefined, 1, { cases: [released] })
  await db().$executeRaw`
    update "Release" set content = jsonb_set(content, '{file,practice}', ${JSON.stringify(refs(id))}::jsonb)
    where id = ${releaseId}::uuid`
  forgetNewestReleases()
  const { accountId } = await insertPerson()
  await db().enrolment.create({ data: { accountId, courseId, releaseId } })
  const lessons = { create: { lessonId: 'offence', block: 1, completedAt: new Date() } }
  await db().enrolment.update({ where: { accountId_courseId: { accountId, courseId } }, data: { lessons } })
  const state = async () => courseOf(await findLearner(sql(), accountId, courseId), courseId, new Date())
  return { id, courseId, accountId, state }
}

it('opens an exam only once the practice that its course demands is done', async () => {
  const { id, courseId, accountId, state } = await demanding()

  expect(await state()).toMatchObject({ practiceLeft: [id], availability: { status: 'locked' } })
  await noteDone(sql(), accountId, { kind: 'worksheet', caseId: id, courseId }, new Date())
  expect(await state()).toMatchObject({ practiceLeft: [id], availability: { status: 'locked' } })
  await noteDone(sql(), accountId, { kind: 'grid', caseId: id, courseId }, new Date())
  expect(await state()).toMatchObject({ practiceLeft: [], availability: { status: 'open' } })
})

it('demands a worksheet or a plan of referral if the course names it, and nothing that no longer exists', async () => {
  const signs = [{ sign: 'general.fear', mark: 'present' as const, facts: ['F1'] }]
  const { id, courseId, accountId, state } = await demanding({ worksheet: { child: 'yes', signs } }, (file) => [
    `worksheet/${file}`,
    'referral/s-begging',
    'referral/gone',
    'worksheet/gone',
  ])

  expect((await state()).practiceLeft).toEqual([`worksheet/${id}`, 'referral/s-begging'])
  await noteDone(sql(), accountId, { kind: 'grid', caseId: id, courseId }, new Date())
  await noteDone(sql(), accountId, { kind: 'referral', caseId: 's-begging', courseId: null }, new Date())
  expect((await state()).practiceLeft).toEqual([`worksheet/${id}`])
  await noteDone(sql(), accountId, { kind: 'worksheet', caseId: id, courseId }, new Date())
  expect(await state()).toMatchObject({ practiceLeft: [], availability: { status: 'open' } })
})

describe('a file whose law has changed', () => {
  const BEFORE = '2025-01-01'
  const amended = { reasons: localized('Vu :cite[l’article 82-5-1]{id="cpp-82-5-1"}.') }
  const why = 'nouvelle version en vigueur depuis le'

  it('says on its page and in the list why it is retired, and cannot be begun', async () => {
    const her = await reader(await publishedGrid({ ...amended, lawDate: BEFORE }))
    const page = await her.open()
    const html = await page.text()
    expect(page.status).toBe(200)
    expect(html).toContain(t('casework.retired.title'))
    expect(html).toContain(why)
    expect(html).not.toContain('<form class="dossier"')
    const address = `${ORIGIN}/fr/practice?all=1`
    const list = await (
      await getList(new Request(address), { params: Promise.resolve({ locale: 'fr' as const }) })
    ).text()
    const line = list.slice(list.indexOf(`/practice/grid/${her.file.id}`)).split('</li>')[0]
    expect(line).toContain(t('casework.retired.chip'))
    expect(line).toContain(why)

    const sent = await her.send({ ...rightFields(), number: '1', version: '0', do: 'hand-in' })
    expect(sent.status).toBe(409)
    expect(await sent.text()).toContain(t('casework.retired.title'))
    expect(await her.tick(0, { act: ['made-out'] })).toBe('changed')
    expect(await her.rows()).toEqual([])
  })

  it('can be finished by a learner in the middle of it, and her result stays', async () => {
    const her = await reader(await publishedGrid(amended))
    await her.tick(0, { act: ['made-out'] })
    await db().$executeRaw`
      update "Release" set content = jsonb_set(content, '{cases,0,file,lawDate}', ${JSON.stringify(BEFORE)}::jsonb)
      where id = ${her.releaseId}::uuid`
    releases.reset()
    const begun = await (await her.open()).text()
    expect(begun).toContain(t('casework.retired.finish'))
    expect(begun).toContain('<form class="dossier"')
    const done = await her.send({ ...rightFields(), number: '1', version: '1', do: 'hand-in' })
    expect(done.status).toBe(303)
    const result = await (await her.result()).text()
    expect(result).toContain(t('casework.retired.title'))
    expect(result).not.toContain(t('casework.grid.result.again'))
    expect(await (await her.open()).text()).toContain(`/practice/grid/${her.file.id}/result`)
  })

  it('is not demanded before an exam', async () => {
    const { state } = await demanding({ ...amended, lawDate: BEFORE })
    expect(await state()).toMatchObject({ practiceLeft: [], availability: { status: 'open' } })
  })
})

it('tells staff in words what a cohort finds hard, from five people on, and only up to yesterday', async () => {
  const school = await makeSchool()
  const grid = await publishedGrid()
  const cohort = await makeCohort(school)
  const yesterday = new Date(Date.now() - 86_400_000)
  const take = async (accountId: string) => {
    const attempt = { accountId, courseId: grid.courseId, caseId: grid.file.id, number: 1, releaseId: grid.releaseId }
    const times = { startedAt: yesterday, savedAt: yesterday, handedInAt: yesterday }
    const { act: _, ...answers } = perfectAnswers(grid.file)
    await db().gridAttempt.create({ data: { ...attempt, ...times, answers } })
  }
  for (let person = 0; person < 4; person++) await take((await insertParticipant(cohort)).accountId)
  // The administrator of the school knows her own answers, so she is not counted.
  await insertPlace(cohort, { status: 'active', accountId: school.administrator.accountId })
  await take(school.administrator.accountId)
  const permit = permitFor(await actorNow(school.administrator), 'statistics:read', targetOf(cohort))
  expect(await cohortHardest(permit, cohort, new Date())).toEqual([])

  await take((await insertParticipant(cohort)).accountId)
  expect(await cohortHardest(permit, cohort, new Date())).toMatchObject([
    { id: grid.file.id, elements: [{ element: 'act', band: 'few' }, { element: 'means', band: 'most' }, {}, {}, {}] },
  ])
  expect(await cohortHardest(permit, cohort, yesterday)).toEqual([])
})
