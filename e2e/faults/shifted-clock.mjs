// A wrong clock, for a server under test: loaded by NODE_OPTIONS before anything else, it puts `Date` off by FAULT_CLOCK_SHIFT
// milliseconds. Timers and `performance` go on as they are, as on a machine whose clock was set wrong before it started.
const shift = Number(process.env.FAULT_CLOCK_SHIFT);
const TrueDate = Date;

globalThis.Date = class Date extends TrueDate {
  constructor(...given) {
    if (given.length === 0) super(TrueDate.now() + shift);
    else super(...given);
  }

  static now() {
    return TrueDate.now() + shift;
  }
};
