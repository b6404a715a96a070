// A wrong clock, for a server under test: loaded by NODE_OPTIONS before anything else, it puts `Date` off by FAULT_CLOCK_SHIFT
// milliseconds. Timers and `performance` go on as they are, as on a machine whose clock was set wrong before it started.
const shift = Number(process.env.FAULT_CLOCK_SHIFT);
const TrueDate = Date;
const now = () => TrueDate.now() + shift;

globalThis.Date = new Proxy(TrueDate, {
  construct: (target, given, made) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, made === Date ? target : made),
  apply: () => new TrueDate(now()).toString(),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});
