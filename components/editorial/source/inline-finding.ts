import { type Diagnostic, setDiagnosticsEffect } from '@codemirror/lint'
import { type EditorState, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'

type Said = { severity: string; message: string }

/** What was found, below the line that it is about: in sight on a telephone too, where nothing hovers. */
class InlineFinding extends WidgetType {
  readonly said: Said

  constructor(said: Said) {
    super()
    this.said = said
  }

  override eq({ said }: InlineFinding): boolean {
    return said.message === this.said.message && said.severity === this.said.severity
  }

  override toDOM(): HTMLElement {
    const line = document.createElement('div')
    line.className = `said is-${this.said.severity}`
    const { lang, dir } = document.documentElement
    Object.assign(line, { lang, dir })
    line.textContent = this.said.message
    return line
  }
}

export const saidBelow = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (shown, { state, changes, effects }) => {
    const found = effects.find((effect) => effect.is(setDiagnosticsEffect))
    return found ? made(state, found.value as readonly Diagnostic[]) : shown.map(changes)
  },
  provide: (field) => EditorView.decorations.from(field),
})

function made({ doc }: EditorState, found: readonly Diagnostic[]): DecorationSet {
  const below = found.map(({ from, severity, message }) =>
    Decoration.widget({ widget: new InlineFinding({ severity, message }), block: true, side: 1 }).range(
      doc.lineAt(Math.min(from, doc.length)).to,
    ),
  )
  return Decoration.set(below, true)
}
