import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import type { Field } from '@/components/form/field'
import { NotePage } from '@/components/note/note-page'
import { PassagesWithNote } from '@/components/note/passages-with-note'
import { href } from '@/components/shell/paths'
import { lessonPath } from '@/domain/course/lesson-path'
import { type Passage, sectionOf } from '@/domain/course/passage'
import { firstWords } from '@/domain/note/first-words'
import { stampOf } from '@/domain/note/note'
import { typeset } from '@/i18n/typography'
import { permitToKeepNotes } from '@/server/auth/permit'
import { passagesOf } from '@/server/content/passages'
import { readableCourse } from '@/server/course/learner-course'
import { writeNote } from '@/server/note/keep-note'
import { notesInLesson } from '@/server/note/my-notes'
import { seeOther } from '@/server/respond'
import { readNote, refusedNote, typedNote } from '../../../../../note-act'
import { lessonOf, passageOf } from '../lesson-of'

/** The number of characters of a passage that are shown: enough to tell it from the others of its section. */
const SHOWN = 90

type Here = Context<'course' | 'lesson'>

/** A new note on a passage of a section. If the passage has a note already, the reader is redirected to its page. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params, query }: Here) => {
    const permit = await permitToKeepNotes(caller)
    const { release } = await readableCourse(caller, params.course, new Date())
    const lesson = lessonOf(release, params.lesson)
    const passages = passagesOf(release.course, lesson)
    return { permit, release, lesson, passages, asked: passageOf(passages, query.get('block')) }
  },
  page: async (context, { permit, release, lesson, passages, asked }, state) => {
    const { locale, t, params, path } = context
    const notes = href(locale, '/learning/notes')
    const here = await notesInLesson(permit, { release, lessonId: lesson.file.id })
    const written = new Map(here.flatMap(({ block, note }) => (note.text === null ? [] : [[block, note] as const])))
    const own = written.get(asked.block)
    if (own && state.summary.length === 0 && !state.problem) return seeOther(`${notes}/${own.id}?from=lesson`)
    const choices = choicesIn(passages, asked, (block) => written.has(block) && String(block) !== state.values.block)
    const already = sectionOf(passages, asked.block).flatMap((passage) => {
      const note = written.get(passage.block)
      return note ? { href: `${notes}/${note.id}?from=lesson`, words: passage.words } : []
    })
    if (choices.length === 0 && already[0]) return seeOther(already[0].href)
    const to = href(locale, `/courses/${params.course}/lessons/${params.lesson}`)
    const title = t('notes.write')
    const main = (
      <NotePage
        title={title}
        lesson={typeset(lesson.file.title[locale], locale)}
        back={{ href: `${to}#b${asked.block}`, label: t('notes.toLesson') }}
        passage={null}
        choice={[choiceOf(choices, asked, context)]}
        action={href(locale, path)}
        text=""
        stamp={stampOf(null)}
        deletable={false}
        state={state}
        also={<PassagesWithNote passages={already} locale={locale} t={t} />}
        locale={locale}
        t={t}
      />
    )
    return { title, main, styles: ['reader.css'], index: false }
  },
  read: (sent, context, { passages }) => {
    const note = readNote(sent, context)
    return 'refused' in note ? note : { ...note, block: passageOf(passages, typedNote(sent).block).block }
  },
  act: async ({ permit, release, lesson }, { block, ...written }, context) => {
    const outcome = await writeNote(permit, { release, lesson, block }, written, new Date())
    if (outcome.status === 'kept') return block
    return refusedNote(outcome, { noteText: written.text, seen: written.seen, block: String(block) }, context)
  },
  typed: (sent) => ({ values: typedNote(sent) }),
  done: (block, { locale, params }) => href(locale, lessonPath(params.course, `${params.lesson}#b${block}`)),
})

/** The passages of the section that have no note. The heading is offered only if the section has no other passage. */
function choicesIn(passages: readonly Passage[], asked: Passage, isTaken: (block: number) => boolean): Passage[] {
  const section = sectionOf(passages, asked.block)
  const below = section.filter(({ words, section: of }) => words.ar !== of?.title.ar)
  return (below.length > 0 ? below : section).filter(({ block }) => !isTaken(block))
}

function choiceOf(choices: readonly Passage[], asked: Passage, { locale, t }: Here): Field {
  const chosen = choices.find(({ block }) => block === asked.block) ?? choices[0] ?? asked
  return {
    kind: 'radios',
    name: 'block',
    label: t('notes.passage'),
    options: choices.map(({ block, words }) => ({
      value: String(block),
      label: typeset(firstWords(words[locale], SHOWN), locale),
    })),
    value: String(chosen.block),
  }
}
