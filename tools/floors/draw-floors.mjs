// The picture of the floors in docs/architecture.md, drawn from the import rules. `npm run floors:draw` writes it.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { FLOORS, forbidden } from '../../.dependency-cruiser.mjs'

const DOCUMENT = fileURLToPath(new URL('../../docs/architecture.md', import.meta.url))
const PICTURE = /(?<=<!-- floors: begin -->\n)[\s\S]*?(?=<!-- floors: end -->)/

/** Each room by a file that could be in it, and its job in a few words. */
const ROOMS = {
  scripts: { file: 'scripts/command.ts', job: 'commands' },
  demo: { file: 'demo/people/person.ts', job: 'invented people' },
  app: { file: 'app/exam/route.tsx', job: 'pages and forms' },
  components: { file: 'components/exam/view.tsx', job: 'views' },
  'server/http': { file: 'server/http/server.ts', job: 'web server' },
  server: { file: 'server/exam/use-case.ts', job: 'use cases' },
  'server/db': { file: 'server/db/exam/rows.ts', job: 'database' },
  i18n: { file: 'i18n/words.ts', job: 'languages' },
  domain: { file: 'domain/exam/rule.ts', job: 'rules' },
}

const matches = (path, pattern) => [pattern].flat().some((one) => new RegExp(one).test(path))

/** Whether a rule forbids one file of the project to import another one, by their paths alone. */
function forbids({ from = {}, to }, importer, imported) {
  if (!to?.path || (from.path && !matches(importer, from.path))) return false
  if (from.pathNot && matches(importer, from.pathNot)) return false
  const noun = from.path ? (new RegExp([from.path].flat()[0]).exec(importer)?.[1] ?? '') : ''
  const named = (pattern) => [pattern].flat().map((one) => one.replaceAll('$1', noun))
  return matches(imported, named(to.path)) && !(to.pathNot && matches(imported, named(to.pathNot)))
}

/** What each room may import. @returns {Map<string, string[]>} */
export function allowedImports(rules = forbidden) {
  const names = Object.keys(ROOMS)
  const mayImport = (from, to) => from !== to && !rules.some((rule) => forbids(rule, ROOMS[from].file, ROOMS[to].file))
  return new Map(names.map((from) => [from, names.filter((to) => mayImport(from, to))]))
}

/** The number of floors below each room: a room is above everything that it may import. */
function heightsOf(imports) {
  const heights = new Map()
  const heightOf = (room, above) => {
    if (above.includes(room)) throw new Error(`the rules allow a circle: ${[...above, room].join(' → ')}`)
    const below = imports.get(room).map((other) => heightOf(other, [...above, room]))
    const height = Math.max(-1, ...below) + 1
    heights.set(room, height)
    return height
  }
  for (const room of imports.keys()) heightOf(room, [])
  return heights
}

const idOf = (room) => room.replace('/', '-')

/** The rooms by floors, and an arrow for each import that the rules allow, in the language of Mermaid. */
export function drawFloors(rules = forbidden) {
  const imports = allowedImports(rules)
  const heights = heightsOf(imports)
  const floors = [...new Set(heights.values())].toSorted((a, b) => b - a)
  const boxes = floors.map((floor) => {
    const rooms = [...heights].filter(([, height]) => height === floor).map(([room]) => room)
    const drawn = rooms.map((room) => `    ${idOf(room)}["${room}: ${ROOMS[room].job}"]`)
    return [`  subgraph floor-${floor}["floor ${floor}"]`, ...drawn, '  end'].join('\n')
  })
  const arrows = [...imports].flatMap(([from, tos]) =>
    tos.length ? `  ${idOf(from)} --> ${tos.map(idOf).join(' & ')}` : [],
  )
  return ['```mermaid', 'flowchart TB', ...boxes, ...arrows, '```', ''].join('\n')
}

/** The order of the nouns as one line, the lowest floor first. */
export const orderOfNouns = () =>
  `${FLOORS.map((floor) => floor.map((noun) => `\`${noun}\``).join(', ')).join(' → ')}\n`

/** What stands between the marks of the document. */
export const drawnFloors = () => `${drawFloors()}\nThe nouns, each above those before it:\n\n${orderOfNouns()}`

/** The picture that a text holds between its two marks. */
export const pictureIn = (text) => PICTURE.exec(text)?.[0] ?? null

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(
    DOCUMENT,
    readFileSync(DOCUMENT, 'utf8').replace(PICTURE, () => drawnFloors()),
  )
}
