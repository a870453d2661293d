import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

// The tokens of the site reach into the shadow root, so that the editor follows light and dark as the page does.
const LOOK = EditorView.theme({
  '&': {
    border: '1px solid var(--c-control)',
    borderRadius: 'var(--radius-s)',
    background: 'var(--c-surface)',
    color: 'var(--c-text)',
    fontSize: 'var(--fs-sm)',
    maxBlockSize: '70vh',
  },
  '&.cm-focused': { outline: '2px solid var(--c-primary)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'ui-monospace, "Noto Sans Arabic", monospace', lineHeight: 'var(--lh-body)' },
  '.cm-content': { caretColor: 'var(--c-text)', padding: 'var(--sp-2) 0' },
  '.cm-cursor': { borderInlineStartColor: 'var(--c-text)' },
  '.cm-gutters': { background: 'var(--c-sunken)', color: 'var(--c-muted)', border: '0' },
  '.cm-activeLine, .cm-activeLineGutter': { background: 'var(--c-primary-soft)' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { background: 'var(--c-line)' },
  '.cm-tooltip': { background: 'var(--c-surface)', color: 'var(--c-text)', border: '1px solid var(--c-control)' },
  '.said': { padding: '0 var(--sp-3)', fontFamily: 'var(--font-ui)', fontSize: 'var(--fs-xs)' },
  '.said.is-error': { background: 'var(--c-danger-soft)', borderInlineStart: '3px solid var(--c-danger)' },
  '.said.is-warning': { background: 'var(--c-warning-soft)', borderInlineStart: '3px solid var(--c-warning)' },
})

const MARKS = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '700' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.processingInstruction, tags.comment, tags.punctuation], color: 'var(--c-muted)' },
  { tag: [tags.propertyName, tags.definition(tags.propertyName), tags.link, tags.url], color: 'var(--c-link)' },
])

/** How the editor looks: by the tokens of the site. */
export const look = [LOOK, syntaxHighlighting(MARKS)]
