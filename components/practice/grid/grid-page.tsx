import type { ReactNode } from 'react'
import type { ElementId } from '@/domain/case/grid-file'
import type { Locale } from '@/domain/locale'
import type { GridAnswers } from '@/domain/practice/grid-answers'
import type { StoredGrid } from '@/domain/practice/kept-ticks'
import type { OpenPart } from '@/domain/practice/open-part'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../../shell/paths'
import { type Citing, Inline } from '../../ui/inline'
import { Note } from '../../ui/note'
import { CaseHead } from '../case-head'
import { FactNo } from '../fact-no'
import { Papers } from '../papers'
import { FactTray } from './fact-tray'
import { GridElement } from './grid-element'

type Props = {
  grid: OpenPart
  /**
   * The hidden fields of the form: the attempt, its version, the release in which the file was read, and the key of the
   * person to whom it is shown.
   */
  hidden: { number: number; version: number; release: string; owner: string }
  /** A random id of this page, by which it recognises what it has saved itself. */
  writer: string
  stored: StoredGrid
  answers: GridAnswers
  answered: readonly ElementId[]
  /** What happened to the form that she sent before; null if she has just come. */
  sent: 'kept' | 'changed' | null
  hasResult: boolean
  /** What she must know before she goes on. */
  notice: ReactNode
  lessons: ReactNode
  citing: Citing
  locale: Locale
  t: Translator
}

/** An invented file with its grid. Without a script the buttons keep it; with one, each tick is kept as it is made. */
export function GridPage(props: Props) {
  const { grid, hidden, writer, stored, sent, hasResult, notice, lessons, locale, t } = props
  const action = href(locale, `/practice/grid/${grid.id}`)
  return (
    <main id="main" className="wrap page stack">
      <CaseHead title={grid.title} kind="grid" locale={locale} t={t}>
        <p>
          <Inline source={grid.lead[locale]} locale={locale} />
        </p>
        <p className="sm muted">
          {t('casework.grid.noTime')} · {t('casework.private')} {t('casework.noPersons')}
        </p>
        {lessons}
        {hasResult && (
          <p>
            <a href={`${action}/result`}>{t('casework.grid.lastResult')}</a>
          </p>
        )}
      </CaseHead>
      {notice}
      {sent === 'kept' && (
        <p className="note ok" role="status">
          {t('casework.grid.kept')}
        </p>
      )}
      {sent === 'changed' && (
        <Note tone="warn" title={t('casework.grid.changedTitle')}>
          {t('casework.grid.changed')}
        </Note>
      )}
      {grid.guidance !== 'none' && <Note>{t(`casework.grid.${grid.guidance}Note`)}</Note>}
      <form
        className="dossier"
        method="post"
        action={action}
        data-grid={grid.id}
        data-owner={hidden.owner}
        data-writer={writer}
        data-stored={JSON.stringify(stored)}
      >
        <FilePapers {...props} />
        <GridFields {...props} />
      </form>
      <FactTray t={t} />
    </main>
  )
}

function FilePapers({ grid, locale, t }: Props) {
  return (
    <aside className="dossier-papers" aria-labelledby="papers">
      <details open>
        <summary>
          <h2 id="papers">{t('casework.grid.papers')}</h2>
        </summary>
        <p className="sm muted">
          {t.rich('casework.grid.howFacts', {
            first: () => <FactNo key="first" id={grid.facts[0]?.id ?? ''} />,
            last: () => <FactNo key="last" id={grid.facts.at(-1)?.id ?? ''} />,
          })}
          <span data-give-hint hidden>
            {' '}
            {t('casework.grid.tray.hint')}
          </span>
        </p>
        <Papers papers={grid.papers} locale={locale} t={t} />
      </details>
    </aside>
  )
}

function GridFields({ grid, hidden, answers, answered, citing, locale, t }: Props) {
  return (
    <div className="stack">
      <HiddenFields hidden={hidden} />
      <LeftTicks t={t} />
      <p className="sm">{t('casework.grid.progress', { done: answered.length, total: grid.elements.length })}</p>
      <progress
        value={answered.length}
        max={grid.elements.length}
        aria-label={t('casework.grid.progress', { done: answered.length, total: grid.elements.length })}
      />
      {grid.elements.map(({ element, choices, shown }, place) => (
        <GridElement
          key={element}
          place={place + 1}
          element={element}
          choices={choices}
          papers={grid.papers}
          facts={grid.facts}
          offences={grid.offences}
          mark={answers[element]}
          answered={answered.includes(element)}
          shown={shown}
          citing={citing}
          locale={locale}
          t={t}
        />
      ))}
      <SaveState t={t} />
      <p className="row">
        <button type="submit" name="do" value="hand-in" className="btn primary">
          {t('casework.grid.handIn')}
        </button>
        <button type="submit" name="do" value="keep" className="btn">
          {t('casework.grid.keep')}
        </button>
      </p>
      <p className="sm muted">{typeset(t('casework.grid.handInNote'), locale)}</p>
    </div>
  )
}

function HiddenFields({ hidden }: Pick<Props, 'hidden'>) {
  return (
    <>
      <input type="hidden" name="number" value={hidden.number} />
      <input type="hidden" name="version" value={hidden.version} />
      <input type="hidden" name="release" value={hidden.release} />
      <input type="hidden" name="owner" value={hidden.owner} />
      {/* Filled by the script. */}
      <input type="hidden" name="writer" />
      <input type="hidden" name="step" />
    </>
  )
}

/** What becomes of ticks that wait on the device, but do not follow from what is stored. The script shows it. */
function LeftTicks({ t }: { t: Translator }) {
  return (
    <div className="note warn" role="status" data-grid-left hidden>
      <div className="stack-s">
        <p>{t('casework.grid.left.text')}</p>
        <p className="row">
          <button type="button" className="btn" data-act="take">
            {t('casework.grid.left.take')}
          </button>
          <button type="button" className="btn" data-act="drop">
            {t('casework.grid.left.drop')}
          </button>
        </p>
      </div>
    </div>
  )
}

const SAVING = ['idle', 'saving', 'saved', 'queued', 'stays', 'notStored', 'refused', 'changed', 'signIn'] as const

/**
 * The messages of the script that saves the grid; hidden without a script, since nothing is saved automatically then.
 */
function SaveState({ t }: { t: Translator }) {
  return (
    <p className="sm" role="status" data-grid-state hidden>
      {SAVING.map((state) => (
        <span key={state} data-when={state} hidden={state !== 'idle'}>
          {t(`casework.grid.saving.${state}`)}
        </span>
      ))}
    </p>
  )
}
