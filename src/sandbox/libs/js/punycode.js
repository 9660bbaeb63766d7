// Punycode (RFC 3492) for host names.
(function () {
  "use strict";
  const BASE = 36,
    LEAST = 1,
    MOST = 26,
    SKEW = 38,
    DAMP = 700,
    BIAS = 72,
    FIRST = 128,
    MAX = 0x7fffffff;
  const fail = (message) => {
    throw new RangeError(message);
  };
  const ucs2 = {
    decode: (text) => Array.from(text, (c) => c.codePointAt(0)),
    encode: (points) => String.fromCodePoint(...points),
  };
  const digit = (value) => String.fromCharCode(value < 26 ? value + 97 : value + 22);
  function valueOf(code) {
    if (code >= 48 && code < 58) return code - 22;
    if (code >= 65 && code < 91) return code - 65;
    return code >= 97 && code < 123 ? code - 97 : BASE;
  }
  function adapted(delta, count, first) {
    let k = 0;
    delta = first ? Math.floor(delta / DAMP) : delta >> 1;
    for (delta += Math.floor(delta / count); delta > ((BASE - LEAST) * MOST) >> 1; k += BASE)
      delta = Math.floor(delta / (BASE - LEAST));
    return Math.floor(k + ((BASE - LEAST + 1) * delta) / (delta + SKEW));
  }
  const threshold = (k, bias) => (k <= bias ? LEAST : k >= bias + MOST ? MOST : k - bias);

  function decode(input) {
    const cut = Math.max(input.lastIndexOf("-"), 0);
    const points = [];
    for (let i = 0; i < cut; i++) {
      if (input.charCodeAt(i) >= 128) fail("Illegal input >= 0x80 (not a basic code point)");
      points.push(input.charCodeAt(i));
    }
    let n = FIRST,
      i = 0,
      bias = BIAS;
    for (let at = cut > 0 ? cut + 1 : 0; at < input.length;) {
      const before = i;
      for (let weight = 1, k = BASE; ; k += BASE) {
        if (at >= input.length) fail("Invalid input");
        const value = valueOf(input.charCodeAt(at++));
        if (value >= BASE) fail("Invalid input");
        if (value > Math.floor((MAX - i) / weight)) fail("Overflow: input needs wider integers to process");
        i += value * weight;
        const limit = threshold(k, bias);
        if (value < limit) break;
        weight *= BASE - limit;
      }
      bias = adapted(i - before, points.length + 1, before === 0);
      n += Math.floor(i / (points.length + 1));
      i %= points.length + 1;
      if (n > 0x10ffff) fail("Overflow: input needs wider integers to process");
      points.splice(i++, 0, n);
    }
    return ucs2.encode(points);
  }

  function encode(input) {
    const points = ucs2.decode(input);
    let output = points
      .filter((point) => point < 128)
      .map((point) => String.fromCharCode(point))
      .join("");
    const basic = output.length;
    let handled = basic;
    if (basic) output += "-";
    for (let n = FIRST, delta = 0, bias = BIAS; handled < points.length; delta++, n++) {
      const next = Math.min(...points.filter((point) => point >= n));
      delta += (next - n) * (handled + 1);
      n = next;
      for (const point of points) {
        if (point < n) delta++;
        if (point !== n) continue;
        let rest = delta;
        for (let k = BASE; ; k += BASE) {
          const limit = threshold(k, bias);
          if (rest < limit) break;
          output += digit(limit + ((rest - limit) % (BASE - limit)));
          rest = Math.floor((rest - limit) / (BASE - limit));
        }
        output += digit(rest);
        bias = adapted(delta, handled + 1, handled === basic);
        delta = 0;
        handled++;
      }
    }
    return output;
  }

  // Each label between the dots; a mail address keeps its local part.
  function mapped(domain, change) {
    const parts = domain.split("@");
    const prefix = parts.length > 1 ? `${parts[0]}@` : "";
    return (
      prefix +
      parts[parts.length - 1]
        .replace(/[\u3002\uff0e\uff61]/g, ".")
        .split(".")
        .map(change)
        .join(".")
    );
  }
  return {
    version: "1.4.1",
    ucs2,
    decode,
    encode,
    toASCII: (domain) => mapped(domain, (label) => (/[^\0-\x7e]/.test(label) ? `xn--${encode(label)}` : label)),
    toUnicode: (domain) =>
      mapped(domain, (label) => (label.startsWith("xn--") ? decode(label.slice(4).toLowerCase()) : label)),
  };
});
