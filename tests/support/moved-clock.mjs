// Loaded into a server under test before all else: its clock runs CLOCK_AHEAD_MS ahead of that of the machine. Code that
// asks for the time of its own accord gets the moved one too, as on a machine whose clock was set.
const ahead = Number(process.env.CLOCK_AHEAD_MS)
const RealDate = Date
const now = () => RealDate.now() + ahead

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) => Reflect.construct(target, given.length > 0 ? given : [now()], newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
// Dates of before and after are of one kind, whoever made them.
RealDate.prototype.constructor = globalThis.Date
