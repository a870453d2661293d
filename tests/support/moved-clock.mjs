// Loaded into a server under test before all other code: its clock runs CLOCK_AHEAD_MS ahead of that of the machine.
// All code of the process gets the moved time, as on a machine whose clock was set.
const ahead = Number(process.env.CLOCK_AHEAD_MS)
const RealDate = Date
const now = () => RealDate.now() + ahead

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) => Reflect.construct(target, given.length > 0 ? given : [now()], newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
// Dates made before and after the replacement have the same constructor.
RealDate.prototype.constructor = globalThis.Date
