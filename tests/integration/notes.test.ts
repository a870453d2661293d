import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { POST as postBookmark } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/bookmark/route'
import { GET as getWrite, POST as postWrite } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/note/route'
import { GET as getLesson } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/route'
import { GET as getNote, POST as postNote } from '@/app/[locale]/(learn)/learning/notes/[note]/route'
import { GET as getNotes } from '@/app/[locale]/(learn)/learning/notes/route'
import { GET as getFile } from '@/app/api/account/notes/[file]/route'
import type { Course } from '@/domain/course/course'
import { MOST_NOTES } from '@/domain/note/note-text'
import { translator } from '@/i18n/translator'
import { publishCourse } from '@/server/content/publish-course'
import { forgetNewestReleases, releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { smallCourse } from '@/tests/support/exam-taken'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'
import { readPdf } from '@/tests/support/read-pdf'

const t = translator('fr')
const LESSON = '## L’acte {#act}\n\nPremier passage.\n\nDeuxième passage.\n\n## Le moyen {#means}\n\nTroisième passage.'

function bodiesOf(fr: string) {
  return { ar: fr.replaceAll('passage', 'مقطع'), fr, en: fr.replaceAll('passage', 'text') }
}

/** Publishes a course of one lesson, or a further release of it with another text. */
async function publish(courseId: string, text = LESSON, access: Course['file']['access'] = 'open') {
  const { file, lessons, ...course } = smallCourse(courseId)
  const bodies = bodiesOf(text)
  await publishCourse({ ...course, file: { ...file, access }, lessons: lessons.map((each) => ({ ...each, bodies })) })
  forgetNewestReleases()
  return db().release.findFirstOrThrow({ where: { courseId }, orderBy: { number: 'desc' } })
}

const address = (path: string) => `http://localhost:3000/fr${path}`
const given = <T>(rest: T) => ({ params: Promise.resolve({ locale: 'fr', ...rest }) })
const told = async (answer: Promise<Response>) => {
  const { status, headers } = await answer
  return headers.get('location') ?? status
}
const post = (path: string, fields: Record<string, string>) =>
  new Request(address(path), { method: 'POST', body: new URLSearchParams(fields) })

/** A person, and her requests about notes in a course. By default the course is new and she is not enrolled. */
async function reader(courseId = `course-${randomUUID()}`) {
  if ((await db().release.count({ where: { courseId } })) === 0) await publish(courseId)
  const { accountId, sessionId } = await insertPerson()
  await callAs(sessionId)
  const place = given({ course: courseId, lesson: 'offence' })
  const lesson = `/courses/${courseId}/lessons/offence`
  const note = (id: string) => given({ note: id })
  const rows = () => db().passageNote.findMany({ where: { accountId }, orderBy: { createdAt: 'asc' } })
  const idOf = async (at = 0) => (await rows())[at]?.id ?? ''
  return {
    courseId,
    accountId,
    rows,
    idOf,
    signIn: () => callAs(sessionId),
    enrol: async (releaseId: string) => db().enrolment.create({ data: { accountId, courseId, releaseId } }),
    lesson: async () => (await getLesson(new Request(address(lesson)), place)).text(),
    write: (block: number, noteText: string, seen = '') =>
      postWrite(post(`${lesson}/note?block=${block}`, { block: String(block), noteText, seen }), place),
    mark: (block: number | string) => postBookmark(post(`${lesson}/bookmark`, { block: String(block) }), place),
    form: (block: number | string) => getWrite(new Request(address(`${lesson}/note?block=${block}`)), place),
    list: async (query = '') => (await getNotes(new Request(address(`/learning/notes${query}`)), given({}))).text(),
    open: (id: string) => getNote(new Request(address(`/learning/notes/${id}`)), note(id)),
    send: (id: string, fields: Record<string, string>) => postNote(post(`/learning/notes/${id}`, fields), note(id)),
    file: (name: string, query = '?lang=fr') =>
      getFile(new Request(`http://localhost:3000/api/account/notes/${name}${query}`), {
        params: Promise.resolve({ file: name }),
      }),
  }
}

const stampIn = (html: string) => /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? 'none'
const lessonOf = ({ courseId }: { courseId: string }, block: number) =>
  `/fr/courses/${courseId}/lessons/offence?at=b${block}`

describe('a note on a passage', () => {
  it('is written without being enrolled, and stands below its block, in every language', async () => {
    const her = await reader()

    expect(await told(her.write(1, 'À vérifier.'))).toBe(lessonOf(her, 1))
    const html = await her.lesson()
    expect(html.indexOf('Premier passage.')).toBeLessThan(html.indexOf('À vérifier.'))
    expect(html.indexOf('À vérifier.')).toBeLessThan(html.indexOf('Deuxième passage.'))
    expect(await her.rows()).toMatchObject([{ passage: 1, section: { fr: 'L’acte' }, words: { ar: 'Premier مقطع.' } }])
  })

  it('stands below the last block of the text, before the end of the lesson', async () => {
    const her = await reader()
    await her.write(4, 'La fin.')

    const html = await her.lesson()
    expect(html.indexOf('Troisième passage.')).toBeLessThan(html.indexOf('La fin.'))
    expect(html.indexOf('La fin.')).toBeLessThan(html.indexOf('id="lesson-end"'))
  })

  it('shows typed HTML as text on every page', async () => {
    const her = await reader()
    const typed = '<script>alert(1)</script><img src=x onerror=alert(2)>'
    await her.write(1, typed)

    const page = await (await her.open(await her.idOf())).text()
    for (const html of [await her.lesson(), await her.list(), page]) {
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;')
      expect(html).not.toContain('<img src=x')
      expect(html).not.toContain('<script>alert')
    }
  })

  it('is offered for the passages of the section that have none, and not for its heading', async () => {
    const her = await reader()
    await her.write(1, 'Une note.')

    const html = await (await her.form(0)).text()
    const offered = [...html.matchAll(/type="radio" name="block"[^>]* value="(\d+)"/g)].map(([, block]) => block)
    expect(offered).toEqual(['2'])
    expect(html).toContain(`href="/fr/learning/notes/${await her.idOf()}?from=lesson"`)
  })

  it('opens on its own page if its passage is asked for; an unknown passage is not found', async () => {
    const her = await reader()
    await her.write(1, 'Une note.')

    expect(await told(her.form(1))).toBe(`/fr/learning/notes/${await her.idOf()}?from=lesson`)
    expect((await her.form('9')).status).toBe(404)
    expect((await her.form('b1')).status).toBe(404)
  })

  it.each([
    ['an empty text', ' \n ', 'required'],
    ['a text of 100,000 characters', 'x'.repeat(100_000), 'too-long'],
  ] as const)('is refused for %s, which stays in the form', async (_, typed, problem) => {
    const her = await reader()
    const answer = await her.write(1, typed)

    expect(answer.status).toBe(400)
    const html = await answer.text()
    expect(html).toContain(t(`fields.problems.${problem}`, { max: 4000 }))
    expect(html).toContain(typed.trim() === '' ? '<textarea' : typed)
    expect(await her.rows()).toEqual([])
  })

  it('is refused beyond the limit for one person, with the text kept in the form', async () => {
    const her = await reader()
    const { id: releaseId } = await db().release.findFirstOrThrow({ where: { courseId: her.courseId } })
    const row = { accountId: her.accountId, courseId: her.courseId, lessonId: 'gone', releaseId, words: bodiesOf('x') }
    const many = Array.from({ length: MOST_NOTES }, (_, passage) => ({ ...row, passage, hash: 'h', text: 'x' }))
    await db().passageNote.createMany({ data: many })

    const answer = await her.write(1, 'Encore une.')
    expect(answer.status).toBe(409)
    expect(await answer.text()).toMatch(/1[\s.]?000[\s\S]*Encore une\./)
    const mark = await her.mark(1)
    expect([mark.status, await mark.text()]).toEqual([409, expect.stringContaining(t('errors.notes-full'))])
    expect(await db().passageNote.count({ where: { accountId: her.accountId } })).toBe(MOST_NOTES)
  })

  it('leads a reader who is signed out to the sign-in page, and back', async () => {
    const her = await reader()
    await callAs(null)
    const back = `?next=${encodeURIComponent(`/fr/courses/${her.courseId}/lessons/offence`)}`

    expect(await told(her.form(1))).toBe(`/fr/sign-in${back}${encodeURIComponent('/note?block=1')}`)
    expect(await told(her.mark(1))).toBe(`/fr/sign-in${back}`)
    expect(await told(her.write(1, 'x'))).toContain('/fr/sign-in')
  })
})

describe('a note in two windows', () => {
  it('is not overwritten from the window opened earlier, which shows both texts and lets her choose', async () => {
    const her = await reader()
    await her.write(1, 'Première version.')
    const id = await her.idOf()
    const seen = stampIn(await (await her.open(id)).text())
    expect(await told(her.send(id, { noteText: 'Du téléphone.', seen }))).toBe('/fr/learning/notes')

    const refused = await her.send(id, { noteText: 'De l’ordinateur.', seen })
    expect(refused.status).toBe(409)
    const html = await refused.text()
    expect(html).toContain('Du téléphone.')
    expect(html).toContain('De l’ordinateur.</textarea>')
    expect(await her.rows()).toMatchObject([{ text: 'Du téléphone.' }])

    await her.send(id, { noteText: 'Les deux.', seen: stampIn(html) })
    expect(await her.rows()).toMatchObject([{ text: 'Les deux.' }])
  })

  it('is not deleted if its text has changed', async () => {
    const her = await reader()
    await her.write(1, 'Première version.')
    const id = await her.idOf()
    const seen = stampIn(await (await her.open(id)).text())
    await her.send(id, { noteText: 'Changée.', seen })

    expect((await her.send(id, { delete: 'yes', seen })).status).toBe(409)
    expect(await her.rows()).toHaveLength(1)
  })

  it('gives the typed text back if the note was deleted meanwhile', async () => {
    const her = await reader()
    await her.write(1, 'Première version.')
    const id = await her.idOf()
    const seen = stampIn(await (await her.open(id)).text())
    await her.send(id, { delete: 'yes', seen })

    const lost = await her.send(id, { noteText: 'Une longue réflexion.', seen })
    expect(lost.status).toBe(404)
    expect(await lost.text()).toContain('Une longue réflexion.')
  })

  it('is written once by two requests at the same moment', async () => {
    const her = await reader()
    const answers = await Promise.all([her.write(1, 'Une.'), her.write(1, 'Deux.')])

    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const [row] = await her.rows()
    const refused = answers.find(({ status }) => status === 409)
    const html = (await refused?.text()) ?? ''
    expect(html).toContain('Une.')
    expect(html).toContain('Deux.')
    const other = row?.text === 'Une.' ? 'Deux.' : 'Une.'
    expect(await told(her.write(1, other, stampIn(html)))).toBe(lessonOf(her, 1))
    expect(await her.rows()).toMatchObject([{ text: other }])
  })
})

describe('a bookmark', () => {
  it('marks a block once, stands beside a note, and is removed without the note', async () => {
    const her = await reader()
    expect(await told(her.mark(2))).toBe(lessonOf(her, 2))
    await her.mark(2)
    expect(await her.lesson()).toContain(t('notes.unmark'))
    await her.write(2, 'Une note aussi.')
    expect(await her.rows()).toHaveLength(1)

    const id = await her.idOf()
    await her.send(id, { unmark: 'yes' })
    expect(await her.rows()).toMatchObject([{ bookmarkedAt: null, text: 'Une note aussi.' }])
    await her.send(id, { delete: 'yes', seen: stampIn(await (await her.open(id)).text()) })
    expect(await her.rows()).toEqual([])
  })

  it('stays when the note beside it is deleted', async () => {
    const her = await reader()
    await her.write(2, 'Une note.')
    await her.mark(2)
    const id = await her.idOf()
    await her.send(id, { delete: 'yes', seen: stampIn(await (await her.open(id)).text()) })

    expect(await her.rows()).toMatchObject([{ text: null, bookmarkedAt: expect.any(Date) }])
  })

  it.each(['', 'x', '99', '-1'])('is refused for block “%s”', async (block) => {
    const her = await reader()
    expect((await her.mark(block)).status).toBe(404)
  })
})

describe('a new release', () => {
  it('keeps a note at its block, wherever that is now', async () => {
    const her = await reader()
    await her.write(2, 'Suit le passage.')
    await publish(her.courseId, LESSON.replace('Premier passage.', 'Nouveau.\n\nPremier passage.'))

    const html = await her.lesson()
    expect(html.indexOf('Deuxième passage.')).toBeLessThan(html.indexOf('Suit le passage.'))
    expect(await her.list()).toContain(`href="${lessonOf(her, 3)}"`)
    expect((await her.form(3)).status).toBe(303)
  })

  it('says that the text has changed, with the words of that time and without a link, and lets her change the note', async () => {
    const her = await reader()
    await her.write(2, 'Sur l’ancien texte.')
    await publish(her.courseId, LESSON.replace('Deuxième passage.', 'Autre chose.'))

    expect(await her.lesson()).not.toContain('Sur l’ancien texte.')
    const html = await her.list()
    expect(html).toContain(t('notes.changed'))
    expect(html).toContain('Deuxième passage.')
    expect(html).not.toContain('b2"')
    const id = await her.idOf()
    const seen = stampIn(await (await her.open(id)).text())
    expect(await told(her.send(id, { noteText: 'Corrigée.', seen }))).toBe('/fr/learning/notes')
    expect(await her.list()).toContain('Corrigée.')
  })

  it('changes nothing for a learner who reads the release of her enrolment, even without stored passages', async () => {
    const her = await reader()
    const { id } = await db().release.findFirstOrThrow({ where: { courseId: her.courseId } })
    await her.enrol(id)
    await her.write(2, 'Une note.')
    await publish(her.courseId, LESSON.replace('Deuxième passage.', 'Autre chose.'))
    await db().$executeRaw`
      update "Release" set content = content #- '{lessons,0,passages}' where id = ${id}::uuid`
    releases.reset()

    expect(await her.lesson()).toContain('Une note.')
    expect(await her.list()).not.toContain(t('notes.changed'))
  })
})

describe('the list', () => {
  it('is empty at first, and says where notes are made', async () => {
    const her = await reader()
    expect(await her.list()).toContain(t('notes.empty'))
  })

  it('finds words in notes and passages without regard to accents, and filters by course', async () => {
    const her = await reader()
    await her.write(1, 'Vérifier la qualité de l’intermédiaire.')
    await her.write(2, 'الضحية لا تعاقب')
    const found = async (query: string) => {
      const html = await her.list(query)
      return ['intermédiaire', 'الضحية'].filter((word) => html.includes(word))
    }

    expect(await found('?q=intermediaire')).toEqual(['intermédiaire'])
    expect(await found('?q=ضحيّة')).toEqual(['الضحية'])
    expect(await found('?q=deuxieme')).toEqual(['الضحية'])
    expect(await found(`?course=${her.courseId}`)).toHaveLength(2)
    expect(await her.list('?q=rien')).toContain(t('notes.none'))
    expect(await found('?course=other')).toEqual([])
  })

  it('is split into pages, which keep the search', async () => {
    const her = await reader()
    const { id: releaseId } = await db().release.findFirstOrThrow({ where: { courseId: her.courseId } })
    const row = { accountId: her.accountId, courseId: her.courseId, lessonId: 'offence', releaseId }
    const many = Array.from({ length: 45 }, (_, passage) => ({
      ...{ ...row, passage, hash: `${passage}`, text: `numéro ${passage}.`, words: bodiesOf('x') },
    }))
    await db().passageNote.createMany({ data: many })

    const html = await her.list('?page=2&q=numéro')
    expect(html).toContain('numéro 20.')
    expect(html).not.toContain('numéro 19.')
    expect(html).toContain('q=num%C3%A9ro&amp;page=3')
    expect(await her.list('?page=99')).toContain('numéro 44.')
    expect(await her.list('?page=x')).toContain('numéro 0.')
  })
})

describe('what one person keeps', () => {
  it('does not exist for another', async () => {
    const her = await reader()
    await her.write(1, 'À moi seule.')
    const id = await her.idOf()
    const other = await reader(her.courseId)

    expect((await other.open(id)).status).toBe(404)
    const sent: Record<string, string>[] = [{ delete: 'yes', seen: `${id}.1` }, { unmark: 'yes' }]
    for (const fields of [...sent, { noteText: 'x', seen: `${id}.1` }]) {
      expect((await other.send(id, fields)).status).toBe(404)
    }
    expect((await other.open('not-an-id')).status).toBe(404)
    for (const html of [await other.lesson(), await other.list()]) expect(html).not.toContain('À moi seule.')
    expect(await (await other.file('notes.md')).text()).not.toContain('À moi seule.')
    expect(await her.rows()).toMatchObject([{ text: 'À moi seule.' }])
  })

  it('stays listed, without links, if a closed course is no longer open to her', async () => {
    const courseId = `course-${randomUUID()}`
    const { id } = await publish(courseId, LESSON, 'closed')
    const her = await reader(courseId)
    const enrolment = await her.enrol(id)
    await db().enrolment.update({ where: { id: enrolment.id }, data: { admitted: true } })
    await her.write(1, 'Du cours fermé.')
    await db().enrolment.delete({ where: { id: enrolment.id } })

    const html = await her.list()
    expect(html).toContain('Du cours fermé.')
    expect(html).toContain('Premier passage.')
    expect(html).toContain(t('notes.closed'))
    expect(html).not.toContain(`/courses/${courseId}`)
    expect((await her.form(1)).status).toBe(403)
    expect((await her.mark(1)).status).toBe(403)
    expect((await her.open(await her.idOf())).status).toBe(200)
    expect(await (await her.file('notes.md')).text()).not.toContain('#b1')
  })
})

describe('the copies', () => {
  const reference = ['Les fondamentaux', 'texte t', 'L’acte'] as const

  it('are Markdown with each passage and its place, and escape what she typed', async () => {
    const her = await reader()
    await her.write(1, '# Pas un titre\n- pas une liste\n*rien* <b>non plus</b>')
    await her.mark(2)
    const answer = await her.file('notes.md')

    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="notes.md"')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const text = await answer.text()
    expect(text).toContain('> Premier passage.')
    expect(text).toContain('\\# Pas un titre\\\n\\- pas une liste\\\n\\*rien\\* \\<b\\>non plus\\</b\\>')
    expect(text).toContain(`**${t('notes.bookmark')}**`)
    for (const part of reference) expect(text).toContain(part)
    expect(text).toMatch(new RegExp(`<http[^>]+${lessonOf(her, 1).replace('?at=', '#')}>`))
  })

  it.each(['fr', 'ar'] as const)('are PDF/UA in %s, also with signs that no font has', async (locale) => {
    const her = await reader()
    await her.write(1, 'الضحية لا تعاقب ⚖️\nEn français aussi.')
    const answer = await her.file('notes.pdf', `?lang=${locale}`)
    const bytes = new Uint8Array(await answer.arrayBuffer())

    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const { text, xmp, marked, info } = await readPdf(bytes)
    expect(xmp).toMatch(/<pdfuaid:part>1</)
    expect(marked).toBe(true)
    expect(String(info.Title)).toBe(translator(locale)('notes.title'))
    expect(text.replace(/\s+/g, ' ')).toContain('En français aussi.')
  })

  it('are one empty paper for a reader without notes', async () => {
    const her = await reader()
    expect((await her.file('notes.pdf')).status).toBe(200)
    expect((await her.file('notes.pdf', '?part=2')).status).toBe(404)
    expect((await her.file('notes.txt')).status).toBe(404)
  })

  it('are split into several papers if one would be too long', async () => {
    const her = await reader()
    const { id: releaseId } = await db().release.findFirstOrThrow({ where: { courseId: her.courseId } })
    const row = { accountId: her.accountId, courseId: her.courseId, lessonId: 'offence', releaseId }
    const many = Array.from({ length: 30 }, (_, passage) => ({
      ...{ ...row, passage, hash: `${passage}`, text: `n${passage} ${'mot '.repeat(900)}`, words: bodiesOf('x') },
    }))
    await db().passageNote.createMany({ data: many })

    expect(await her.list()).toContain(t('notes.exportPart', { n: 2, total: 3 }))
    expect((await her.file('notes.pdf', '?lang=fr&part=3')).status).toBe(200)
    expect((await her.file('notes.pdf', '?lang=fr&part=4')).status).toBe(404)
  })

  it('are for the signed-in person alone', async () => {
    const her = await reader()
    await callAs(null)
    expect((await her.file('notes.pdf')).status).toBe(401)
  })
})
