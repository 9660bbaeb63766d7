// moment: writing dates by format strings, in English.
(function () {
  "use strict";
  const MONTHS = "January February March April May June July August September October November December".split(" ");
  const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
  const LONG = {
    LTS: "h:mm:ss A",
    LT: "h:mm A",
    L: "MM/DD/YYYY",
    LL: "MMMM D, YYYY",
    LLL: "MMMM D, YYYY h:mm A",
    LLLL: "dddd, MMMM D, YYYY h:mm A",
  };
  LONG.l = "M/D/YYYY";
  LONG.ll = "MMM D, YYYY";
  LONG.lll = "MMM D, YYYY h:mm A";
  LONG.llll = "ddd, MMM D, YYYY h:mm A";
  const TOKENS =
    /(\[[^[]*\])|(\\)?([Hh]mm(ss)?|Mo|MM?M?M?|Do|DDDo|DD?D?D?|ddd?d?|do?|w[o|w]?|W[o|W]?|Qo?|N{1,5}|YYYYYY|YYYYY|YYYY|YY|y{2,4}|yo?|gg(ggg?)?|GG(GGG?)?|e|E|a|A|hh?|HH?|kk?|mm?|ss?|S{1,9}|x|X|zz?|ZZ?|.)/g;
  const LONG_TOKENS = /(\[[^[]*\])|(\\)?(LTS|LT|LL?L?L?|l{1,4})/g;

  function padded(number, width, signed) {
    const text = `${Math.abs(number)}`.padStart(width, "0");
    return (number >= 0 ? (signed ? "+" : "") : "-") + text;
  }
  function ordinal(number) {
    const last = number % 10;
    const teen = Math.floor((number % 100) / 10) === 1;
    return number + (teen ? "th" : last === 1 ? "st" : last === 2 ? "nd" : last === 3 ? "rd" : "th");
  }
  function offsetText(minutes, separator) {
    const size = Math.abs(minutes);
    return (minutes < 0 ? "-" : "+") + padded(Math.floor(size / 60), 2) + separator + padded(size % 60, 2);
  }
  const expanded = (format) => {
    for (let i = 0; i < 5 && LONG_TOKENS.test(format); i++) {
      LONG_TOKENS.lastIndex = 0;
      format = format.replace(LONG_TOKENS, (match, quoted, escape, name) =>
        quoted || escape ? match : LONG[name] || match,
      );
    }
    LONG_TOKENS.lastIndex = 0;
    return format;
  };

  const WRITERS = {
    M: (m) => m.month() + 1,
    Mo: (m) => ordinal(m.month() + 1),
    MM: (m) => padded(m.month() + 1, 2),
    MMM: (m) => MONTHS[m.month()].slice(0, 3),
    MMMM: (m) => MONTHS[m.month()],
    D: (m) => m.date(),
    Do: (m) => ordinal(m.date()),
    DD: (m) => padded(m.date(), 2),
    DDD: (m) => m.dayOfYear(),
    DDDo: (m) => ordinal(m.dayOfYear()),
    DDDD: (m) => padded(m.dayOfYear(), 3),
    d: (m) => m.day(),
    do: (m) => ordinal(m.day()),
    dd: (m) => DAYS[m.day()].slice(0, 2),
    ddd: (m) => DAYS[m.day()].slice(0, 3),
    dddd: (m) => DAYS[m.day()],
    e: (m) => m.weekday(),
    E: (m) => m.isoWeekday(),
    w: (m) => m.week(),
    wo: (m) => ordinal(m.week()),
    ww: (m) => padded(m.week(), 2),
    W: (m) => m.isoWeek(),
    Wo: (m) => ordinal(m.isoWeek()),
    WW: (m) => padded(m.isoWeek(), 2),
    Q: (m) => m.quarter(),
    Qo: (m) => ordinal(m.quarter()),
    Y: (m) => (m.year() <= 9999 ? padded(m.year(), 4) : `+${m.year()}`),
    YY: (m) => padded(m.year() % 100, 2),
    YYYY: (m) => padded(m.year(), 4),
    YYYYY: (m) => padded(m.year(), 5),
    YYYYYY: (m) => padded(m.year(), 6, true),
    y: (m) => m.year(),
    yo: (m) => ordinal(m.year()),
    yy: (m) => padded(m.year(), 2),
    yyy: (m) => padded(m.year(), 3),
    yyyy: (m) => padded(m.year(), 4),
    N: () => "AD",
    NN: () => "AD",
    NNN: () => "AD",
    NNNN: () => "Anno Domini",
    NNNNN: () => "AD",
    gg: (m) => padded(m.weekYear() % 100, 2),
    gggg: (m) => padded(m.weekYear(), 4),
    ggggg: (m) => padded(m.weekYear(), 5),
    GG: (m) => padded(m.isoWeekYear() % 100, 2),
    GGGG: (m) => padded(m.isoWeekYear(), 4),
    GGGGG: (m) => padded(m.isoWeekYear(), 5),
    A: (m) => (m.hour() < 12 ? "AM" : "PM"),
    a: (m) => (m.hour() < 12 ? "am" : "pm"),
    H: (m) => m.hour(),
    HH: (m) => padded(m.hour(), 2),
    h: (m) => m.hour() % 12 || 12,
    hh: (m) => padded(m.hour() % 12 || 12, 2),
    k: (m) => m.hour() || 24,
    kk: (m) => padded(m.hour() || 24, 2),
    hmm: (m) => `${m.hour() % 12 || 12}${padded(m.minute(), 2)}`,
    hmmss: (m) => `${m.hour() % 12 || 12}${padded(m.minute(), 2)}${padded(m.second(), 2)}`,
    Hmm: (m) => `${m.hour()}${padded(m.minute(), 2)}`,
    Hmmss: (m) => `${m.hour()}${padded(m.minute(), 2)}${padded(m.second(), 2)}`,
    m: (m) => m.minute(),
    mm: (m) => padded(m.minute(), 2),
    s: (m) => m.second(),
    ss: (m) => padded(m.second(), 2),
    X: (m) => m.unix(),
    x: (m) => m.valueOf(),
    Z: (m) => offsetText(m.utcOffset(), ":"),
    ZZ: (m) => offsetText(m.utcOffset(), ""),
    z: (m) => m.zoneAbbr(),
    zz: (m) => m.zoneName(),
  };

  function write(moment, format) {
    return expanded(format).replace(TOKENS, (match, quoted, escape, token) => {
      if (quoted) return quoted.slice(1, -1);
      if (escape) return token === "." ? match.slice(1) : match.slice(1);
      if (/^S+$/.test(token)) return (padded(moment.millisecond(), 3) + "000000").slice(0, token.length);
      return WRITERS[token] ? WRITERS[token](moment) : match;
    });
  }

  return { MONTHS, DAYS, LONG, TOKENS, write, expanded, ordinal };
});
