import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { defineLanguageFacet, Language } from '@codemirror/language'
import { type Diagnostic, linter, lintGutter, lintKeymap } from '@codemirror/lint'
import { EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { parser } from '@lezer/markdown'
import { askChecks, type Said } from './ask-checks'
import { type EditorPlace, editorPlace, sayChecked, sayPaused } from './editor-place'
import { saidBelow } from './inline-finding'
import { lineDirections } from './line-directions'
import { look } from './source-look'

/** The pause after the last key, in ms, before the checks run. */
const PAUSE_MS = 900

/**
 * Replaces the field with the editor. The field is still what the form sends: its value always equals the editor's
 * text.
 */
export function openEditor(): void {
  const place = editorPlace()
  if (!place) return
  const { field, host } = place
  // Style sheets are adopted by the shadow root: the policy of the site allows no style in the page.
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const parent = document.createElement('div')
  parent.dir = place.side
  root.replaceChildren(parent)
  const close = () => {
    view.destroy()
    parent.remove()
    place.closed()
  }
  const state = EditorState.create({ doc: field.value, extensions: extensionsFor(place, close) })
  const view = new EditorView({ root, parent, state })
  place.opened(close)
  view.focus()
}

function extensionsFor(place: EditorPlace, close: () => void): Extension {
  const { field, path, side, label } = place
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    EditorView.lineWrapping,
    // Tab stays the key that leaves the editor.
    keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
    path.endsWith('.md') ? new Language(defineLanguageFacet(), parser, [], 'markdown') : yaml(),
    EditorView.contentAttributes.of({ 'aria-label': label, lang: field.lang, spellcheck: 'true' }),
    lineDirections(side),
    look,
    saidBelow,
    lintGutter(),
    linter((view) => diagnosticsOf(place, view), { delay: PAUSE_MS, tooltipFilter: () => [] }),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) field.value = state.doc.toString()
    }),
    // If the editor fails, it closes, and the field comes back with the typed text.
    EditorView.exceptionSink.of((error) => {
      queueMicrotask(close)
      reportError(error)
    }),
  ]
}

let asked: AbortController | null = null

async function diagnosticsOf(place: EditorPlace, { state }: EditorView): Promise<Diagnostic[]> {
  asked?.abort()
  asked = new AbortController()
  const { signal } = asked
  const checked = await askChecks(place.check, place.form, signal)
  if (signal.aborted) return []
  if (!checked) {
    sayPaused(place)
    return []
  }
  sayChecked(place, checked)
  return checked.here.map((said) => diagnosticOf(said, state))
}

function diagnosticOf({ line, severity, message }: Said, { doc }: EditorState): Diagnostic {
  const { from, to } = doc.line(Math.min(Math.max(1, line), doc.lines))
  return { from, to, severity, message }
}
