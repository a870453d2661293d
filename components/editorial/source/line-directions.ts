import type { Extension } from '@codemirror/state'
import { Decoration, type DecorationSet, Direction, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { type Side, sidesOf } from './source-bidi'

const LINES = {
  ltr: Decoration.line({ attributes: { dir: 'ltr' } }),
  rtl: Decoration.line({ attributes: { dir: 'rtl' } }),
}
const RUNS = {
  ltr: Decoration.mark({ tagName: 'bdi', attributes: { dir: 'ltr' }, bidiIsolate: Direction.LTR }),
  rtl: Decoration.mark({ tagName: 'bdi', attributes: { dir: 'rtl' }, bidiIsolate: Direction.RTL }),
}

/** Each line in its own direction, also for the cursor. */
export function lineDirections(side: Side): Extension {
  const plugin = ViewPlugin.define((view) => shownIn(view, side), {
    decorations: ({ lines }) => lines,
    provide: (own) => [
      EditorView.decorations.of((view) => view.plugin(own)?.runs ?? Decoration.none),
      EditorView.bidiIsolatedRanges.of((view) => view.plugin(own)?.runs ?? Decoration.none),
    ],
  })
  return [EditorView.perLineTextDirection.of(true), plugin]
}

function shownIn(view: EditorView, side: Side) {
  return {
    ...made(view, side),
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) Object.assign(this, made(update.view, side))
    },
  }
}

/** The decorations for the visible lines. */
function made({ state, visibleRanges }: EditorView, side: Side): { lines: DecorationSet; runs: DecorationSet } {
  const lines = visibleRanges.flatMap(({ from, to }) => {
    const [first, last] = [state.doc.lineAt(from).number, state.doc.lineAt(to).number]
    return Array.from({ length: last - first + 1 }, (_, place) => state.doc.line(first + place))
  })
  const sides = lines.map((line) => ({ line, ...sidesOf(line.text, side) }))
  return {
    lines: Decoration.set(
      sides.map((one) => LINES[one.side].range(one.line.from)),
      true,
    ),
    runs: Decoration.set(
      sides.flatMap(({ line, isolates }) =>
        isolates.map((run) => RUNS[run.side].range(line.from + run.from, line.from + run.to)),
      ),
      true,
    ),
  }
}
