// moment: reading dates by format strings and in the forms of ISO 8601 and RFC 2822.
(function (load) {
  "use strict";
  const { MONTHS, DAYS, TOKENS, expanded } = load("moment/format");

  // Reading: what each token matches, leniently and strictly, and where its value goes.
  const number = (lenient, strict) => [lenient, strict];
  const READERS = {
    M: number("\\d\\d?", "\\d\\d?"),
    MM: number("\\d\\d?", "\\d\\d"),
    D: number("\\d\\d?", "\\d\\d?"),
    DD: number("\\d\\d?", "\\d\\d"),
    DDD: number("\\d{1,3}", "\\d{1,3}"),
    DDDD: number("\\d{3}", "\\d{3}"),
    Do: number("\\d{1,2}(?:st|nd|rd|th)?", "\\d{1,2}(?:st|nd|rd|th)"),
    YYYY: number("\\d{1,4}", "\\d{4}"),
    YYYYY: number("[+-]?\\d{1,6}", "[+-]?\\d{6}"),
    YYYYYY: number("[+-]?\\d{1,6}", "[+-]?\\d{6}"),
    YY: number("\\d\\d?", "\\d\\d"),
    Y: number("[+-]?\\d+", "[+-]?\\d+"),
    H: number("\\d\\d?", "\\d\\d?"),
    HH: number("\\d\\d?", "\\d\\d"),
    h: number("\\d\\d?", "\\d\\d?"),
    hh: number("\\d\\d?", "\\d\\d"),
    k: number("\\d\\d?", "\\d\\d?"),
    kk: number("\\d\\d?", "\\d\\d"),
    m: number("\\d\\d?", "\\d\\d?"),
    mm: number("\\d\\d?", "\\d\\d"),
    s: number("\\d\\d?", "\\d\\d?"),
    ss: number("\\d\\d?", "\\d\\d"),
    X: number("[+-]?\\d+(?:\\.\\d{1,3})?", "[+-]?\\d+(?:\\.\\d{1,3})?"),
    x: number("[+-]?\\d+", "[+-]?\\d+"),
    Q: number("\\d", "\\d"),
    Z: number("Z|[+-]\\d\\d:?\\d\\d", "Z|[+-]\\d\\d:?\\d\\d"),
    ZZ: number("Z|[+-]\\d\\d:?\\d\\d", "Z|[+-]\\d\\d:?\\d\\d"),
    A: number("[ap]\\.?m?\\.?", "[ap]m"),
    a: number("[ap]\\.?m?\\.?", "[ap]m"),
    MMM: number("[a-z]+", MONTHS.map((name) => name.slice(0, 3)).join("|")),
    MMMM: number("[a-z]+", MONTHS.join("|")),
    dd: number("[a-z]+", "[a-z]+"),
    ddd: number("[a-z]+", "[a-z]+"),
    dddd: number("[a-z]+", DAYS.join("|")),
    d: number("\\d", "\\d"),
    e: number("\\d", "\\d"),
    E: number("\\d", "\\d"),
    w: number("\\d\\d?", "\\d\\d?"),
    ww: number("\\d\\d?", "\\d\\d"),
    W: number("\\d\\d?", "\\d\\d?"),
    WW: number("\\d\\d?", "\\d\\d"),
    GGGG: number("\\d{1,4}", "\\d{4}"),
    gggg: number("\\d{1,4}", "\\d{4}"),
  };

  function store(parts, token, text) {
    const value = parseInt(text, 10);
    switch (token) {
      case "M":
      case "MM":
        parts.month = value - 1;
        break;
      case "MMM":
      case "MMMM":
        parts.month = MONTHS.findIndex(
          (name) =>
            name.toLowerCase().startsWith(text.toLowerCase().slice(0, 3)) &&
            name.slice(0, text.length).toLowerCase() === text.toLowerCase(),
        );
        break;
      case "D":
      case "DD":
      case "Do":
        parts.date = value;
        break;
      case "DDD":
      case "DDDD":
        parts.dayOfYear = value;
        break;
      case "YYYY":
        parts.year = text.length === 2 ? twoDigits(value) : value;
        break;
      case "YY":
        parts.year = twoDigits(value);
        break;
      case "Y":
      case "YYYYY":
      case "YYYYYY":
        parts.year = value;
        break;
      case "Q":
        parts.month = (value - 1) * 3;
        break;
      case "H":
      case "HH":
        parts.hour = value;
        break;
      case "h":
      case "hh":
        parts.hour = value;
        parts.twelve = true;
        break;
      case "k":
      case "kk":
        parts.hour = value === 24 ? 0 : value;
        break;
      case "A":
      case "a":
        parts.afternoon = /^p/i.test(text);
        break;
      case "m":
      case "mm":
        parts.minute = value;
        break;
      case "s":
      case "ss":
        parts.second = value;
        break;
      case "X":
        parts.time = parseFloat(text) * 1000;
        break;
      case "x":
        parts.time = value;
        break;
      case "Z":
      case "ZZ":
        parts.offset = offsetOf(text);
        break;
      case "W":
      case "WW":
        parts.isoWeek = value;
        break;
      case "w":
      case "ww":
        parts.week = value;
        break;
      case "GGGG":
        parts.isoYear = value;
        break;
      case "gggg":
        parts.weekYear = value;
        break;
      case "E":
        parts.isoDay = value;
        break;
      case "d":
      case "e":
        parts.day = value;
        break;
      case "dd":
      case "ddd":
      case "dddd": {
        const day = DAYS.findIndex((name) => name.slice(0, text.length).toLowerCase() === text.toLowerCase());
        if (day < 0) parts.invalid = true;
        else parts.weekday = day;
        break;
      }
      default:
        if (/^S+$/.test(token)) parts.millisecond = Math.trunc(Number(`0.${text}`) * 1000);
    }
  }
  const twoDigits = (value) => value + (value > 68 ? 1900 : 2000);
  function offsetOf(text) {
    if (/^z$/i.test(text)) return 0;
    const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)/.exec(text) || [];
    return sign === undefined ? 0 : (sign === "-" ? -1 : 1) * (hours * 60 + +minutes);
  }

  // Leniently, text between tokens is looked for ahead and may be skipped.
  function read(text, format, strict) {
    const parts = { empty: true };
    let rest = `${text}`;
    for (const [match, quoted, escape, token] of expanded(format).matchAll(TOKENS)) {
      const reader =
        quoted || escape ? undefined : /^S+$/.test(token) ? number("\\d+", `\\d{${token.length}}`) : READERS[token];
      if (!reader) {
        const literal = quoted ? quoted.slice(1, -1) : escape ? match.slice(1) : match;
        if (strict) {
          if (!rest.startsWith(literal)) parts.invalid = true;
          else rest = rest.slice(literal.length);
        } else if (literal && rest.startsWith(literal)) rest = rest.slice(literal.length);
        continue;
      }
      const found = new RegExp(strict ? `^(?:${reader[1]})` : reader[0], "i").exec(rest);
      if (!found || (strict && found.index > 0)) {
        parts.unused = true;
        if (strict) parts.invalid = true;
        continue;
      }
      store(parts, token, found[0]);
      parts.empty = false;
      parts.charsLeft = found.index + (parts.charsLeft || 0);
      rest = rest.slice(found.index + found[0].length);
    }
    if (strict && rest) parts.invalid = true;
    parts.charsLeft = rest.length;
    if (parts.twelve && parts.hour > 12) parts.invalid = true;
    if (parts.twelve && parts.hour === 12) parts.hour = parts.afternoon ? 12 : parts.afternoon === undefined ? 12 : 0;
    else if (parts.afternoon && parts.hour < 12) parts.hour += 12;
    return parts;
  }

  const ISO =
    /^\s*((?:[+-]\d{6}|\d{4})(?:-?\d\d-?\d\d|-?W\d\d-?\d|-?W\d\d|-?\d{3}|-\d\d|))(?:(T| )(\d\d(?::?\d\d(?::?\d\d(?:[.,]\d+)?)?)?)([+-]\d\d(?::?\d\d)?|\s*Z)?)?$/;
  function readIso(text) {
    const found = ISO.exec(text);
    if (!found) return undefined;
    const parts = {};
    const [, date, , time, zone] = found;
    const year = /^([+-]\d{6}|\d{4})/.exec(date)[0];
    const rest = date.slice(year.length).replace(/-/g, "");
    parts.year = +year;
    if (rest.startsWith("W")) {
      parts.isoYear = +year;
      parts.isoWeek = +rest.slice(1, 3);
      parts.isoDay = +(rest.slice(3) || 1);
    } else if (rest.length === 3) parts.dayOfYear = +rest;
    else if (rest.length === 4) Object.assign(parts, { month: +rest.slice(0, 2) - 1, date: +rest.slice(2) });
    else if (rest.length === 2) parts.month = +rest - 1;
    if (time) {
      const [whole, fraction] = time.split(/[.,]/);
      const digits = whole.replace(/:/g, "");
      parts.hour = +digits.slice(0, 2);
      parts.minute = +(digits.slice(2, 4) || 0);
      parts.second = +(digits.slice(4, 6) || 0);
      if (fraction) parts.millisecond = Math.trunc(Number(`0.${fraction}`) * 1000);
    }
    if (zone) parts.offset = offsetOf(zone.trim().length === 3 ? `${zone}00` : zone.trim());
    return parts;
  }

  const RFC =
    /^(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s)?(\d{1,2})\s(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s(\d{2,4})\s(\d\d):(\d\d)(?::(\d\d))?\s(?:(UT|GMT|[ECMP][SD]T)|([Zz])|([+-]\d{4}))$/;
  const ZONES = { EDT: -240, EST: -300, CDT: -300, CST: -360, MDT: -360, MST: -420, PDT: -420, PST: -480 };
  function readRfc(text) {
    const found = RFC.exec(
      text
        .replace(/\([^()]*\)|[\n\t]/g, " ")
        .replace(/(\s\s+)/g, " ")
        .trim(),
    );
    if (!found) return undefined;
    const year = +found[4];
    return {
      year: year <= 49 ? 2000 + year : year <= 999 ? 1900 + year : year,
      month: MONTHS.findIndex((name) => name.startsWith(found[3])),
      date: +found[2],
      hour: +found[5],
      minute: +found[6],
      second: +(found[7] || 0),
      offset: found[8] ? ZONES[found[8]] || 0 : found[10] ? offsetOf(found[10]) : 0,
      weekday: found[1] ? DAYS.findIndex((name) => name.startsWith(found[1])) : undefined,
    };
  }

  return { read, readIso, readRfc, offsetOf };
});
