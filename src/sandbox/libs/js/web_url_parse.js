// URLs after the WHATWG standard: parsing and serialising.
(function (load, native, primordials) {
  "use strict";
  const toWellFormed = primordials.bound(String.prototype.toWellFormed);

  const SPECIAL = { "http:": "80", "https:": "443", "ws:": "80", "wss:": "443", "ftp:": "21", "file:": "" };
  function encoded(text, pattern) {
    return toWellFormed(text).replace(pattern, (c) => {
      let out = "";
      for (const byte of native.utf8Bytes(c)) out += `%${byte < 16 ? "0" : ""}${byte.toString(16).toUpperCase()}`;
      return out;
    });
  }
  const CONTROL = "\\u0000-\\u001f\\u007f-\\u{10ffff}";
  const SETS = {
    control: new RegExp(`[${CONTROL}]`, "gu"),
    fragment: new RegExp(`[${CONTROL} "<>\`]`, "gu"),
    query: new RegExp(`[${CONTROL} "#<>]`, "gu"),
    specialQuery: new RegExp(`[${CONTROL} "#<>']`, "gu"),
    path: new RegExp(`[${CONTROL} "#<>?\`{}]`, "gu"),
    userinfo: new RegExp(`[${CONTROL} "#<>?^\`{}/:;=@[\\]\\\\|]`, "gu"),
    form: /[^*\-._0-9A-Za-z]/gu,
  };
  const isSpecial = (record) => Object.hasOwn(SPECIAL, record.protocol);

  function ipv4(host) {
    const parts = host.split(".");
    if (parts[parts.length - 1] === "" && parts.length > 1) parts.pop();
    const last = parts[parts.length - 1];
    if (!/^(?:\d+|0x[0-9a-f]*)$/i.test(last)) return undefined;
    if (parts.length > 4) return null;
    const numbers = parts.map((part) =>
      /^0x[0-9a-f]*$/i.test(part)
        ? parseInt(part.slice(2) || "0", 16)
        : /^0[0-7]*$/.test(part)
          ? parseInt(part, 8)
          : /^\d+$/.test(part) && !/^0/.test(part)
            ? parseInt(part, 10)
            : NaN,
    );
    if (numbers.some((number) => number !== number) || numbers.slice(0, -1).some((number) => number > 255)) return null;
    let value = numbers[numbers.length - 1];
    if (value >= 256 ** (5 - numbers.length)) return null;
    numbers.slice(0, -1).forEach((number, at) => (value += number * 256 ** (3 - at)));
    return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
  }
  function ipv6(text) {
    let tail = text;
    const dotted = /(^|:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text);
    if (dotted) {
      const bytes = dotted.slice(2).map(Number);
      if (bytes.some((byte) => byte > 255)) return null;
      tail =
        text.slice(0, dotted.index) +
        dotted[1] +
        ((bytes[0] << 8) | bytes[1]).toString(16) +
        ":" +
        ((bytes[2] << 8) | bytes[3]).toString(16);
    }
    const halves = tail.split("::");
    if (halves.length > 2) return null;
    const groups = (half) => (half ? half.split(":") : []);
    const [front, back] = [groups(halves[0]), groups(halves[1])];
    const missing = 8 - front.length - back.length;
    if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
    const all = [...front, ...(halves.length === 2 ? Array(missing).fill("0") : []), ...back];
    if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
    const values = all.map((group) => parseInt(group, 16));
    let best = { at: -1, length: 1 };
    for (let i = 0; i < 8; i++) {
      let length = 0;
      while (i + length < 8 && values[i + length] === 0) length++;
      if (length > best.length) best = { at: i, length };
    }
    const words = values.map((value) => value.toString(16));
    return best.at < 0
      ? words.join(":")
      : `${words.slice(0, best.at).join(":")}::${words.slice(best.at + best.length).join(":")}`;
  }
  function hostOf(text, special) {
    if (text.startsWith("[")) {
      const inner = text.endsWith("]") ? ipv6(text.slice(1, -1)) : null;
      return inner === null ? null : `[${inner}]`;
    }
    if (!special) return /[\0\t\n\r #/:<>?@[\\\]^|]/.test(text) ? null : encoded(text, SETS.control);
    let host = percentDecoded(text);
    host = load("punycode").toASCII(
      host
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[\u3002\uff0e\uff61]/g, ".")
        .replace(/\u00ad/g, ""),
    );
    if (host === "" || /[\0-\x20"#%/:<>?@[\\\]^`{|}\x7f]/.test(host)) return null;
    const address = ipv4(host);
    return address === undefined ? host : address;
  }
  function percentDecoded(text) {
    if (!text.includes("%")) return text;
    const { Buffer } = load("buffer");
    const bytes = [];
    const source = native.utf8Bytes(toWellFormed(text));
    for (let i = 0; i < source.length; i++) {
      const pair = source[i] === 37 ? String.fromCharCode(source[i + 1], source[i + 2]) : "";
      if (/^[0-9a-f]{2}$/i.test(pair)) {
        bytes.push(parseInt(pair, 16));
        i += 2;
      } else bytes.push(source[i]);
    }
    return Buffer.from(bytes).toString();
  }

  function dotted(segments, drive) {
    const kept = [];
    segments.forEach((segment, at) => {
      const last = at === segments.length - 1;
      if (/^(?:\.|%2e)(?:\.|%2e)$/i.test(segment)) {
        if (!(drive && kept.length === 1 && /^[a-z]:$/i.test(kept[0]))) kept.pop();
        if (last) kept.push("");
      } else if (/^(?:\.|%2e)$/i.test(segment)) {
        if (last) kept.push("");
      } else kept.push(segment);
    });
    return kept;
  }
  const pathText = (path, special, file) =>
    `/${dotted(
      (special ? path.replace(/\\/g, "/") : path).split("/").map((segment) => encoded(segment, SETS.path)),
      file,
    ).join("/")}`;

  function parseUrl(input, base) {
    let text = toWellFormed(input)
      .replace(/^[\0-\x20]+|[\0-\x20]+$/g, "")
      .replace(/[\t\n\r]/g, "");
    const made = {
      protocol: "",
      username: "",
      password: "",
      host: null,
      port: "",
      pathname: "",
      search: null,
      hash: null,
      opaque: false,
    };
    const hash = text.indexOf("#");
    if (hash >= 0) {
      made.hash = encoded(text.slice(hash + 1), SETS.fragment);
      text = text.slice(0, hash);
    }
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text);
    if (scheme) {
      made.protocol = scheme[0].toLowerCase();
      text = text.slice(scheme[0].length);
      const same = base && base.protocol === made.protocol && isSpecial(made) && made.protocol !== "file:";
      if (!(same && !/^[/\\]/.test(text))) return absolute(made, text, base);
    } else if (!base) return null;
    if (base.opaque) {
      if (text !== "") return null;
      return { ...base, hash: made.hash };
    }
    made.protocol = base.protocol;
    return relative(made, text, base);
  }
  function absolute(made, text, base) {
    const special = isSpecial(made);
    const slash = special ? /^[/\\]*/ : /^\/\//;
    if (made.protocol === "file:") return fileUrl(made, text, base);
    if (special) return authority(made, text.replace(slash, ""), true);
    if (text.startsWith("//")) return authority(made, text.slice(2), false);
    const [path] = withQuery(made, text, false);
    if (path.startsWith("/")) made.pathname = pathText(path.slice(1), false, false);
    else {
      made.opaque = true;
      made.pathname = encoded(path, SETS.control);
    }
    return made;
  }
  function fileUrl(made, text, base) {
    const plain = text.replace(/\\/g, "/");
    if (!plain.startsWith("//")) {
      made.host = "";
      const [path] = withQuery(made, plain, true);
      if (base && base.protocol === "file:" && !path.startsWith("/"))
        made.pathname = pathText(base.pathname.slice(1).replace(/[^/]*$/, "") + path, true, true);
      else made.pathname = pathText(path.replace(/^\//, ""), true, true);
      return made;
    }
    const rest = plain.slice(2);
    const end = rest.search(/[/?]/);
    const host = end < 0 ? rest : rest.slice(0, end);
    made.host = host === "" || host.toLowerCase() === "localhost" ? "" : hostOf(host, true);
    if (made.host === null) return null;
    const [path] = withQuery(made, end < 0 ? "" : rest.slice(end), true);
    made.pathname = pathText(path.replace(/^\//, ""), true, true);
    return made;
  }
  function withQuery(made, text, special) {
    const mark = text.indexOf("?");
    if (mark < 0) return [text];
    made.search = encoded(text.slice(mark + 1), special ? SETS.specialQuery : SETS.query);
    return [text.slice(0, mark)];
  }
  function authority(made, text, special) {
    const end = text.search(special ? /[/\\?]/ : /[/?]/);
    let place = end < 0 ? text : text.slice(0, end);
    const at = place.lastIndexOf("@");
    if (at >= 0) {
      const [, name, secret] = /^([^:]*):?([\s\S]*)$/.exec(place.slice(0, at));
      made.username = encoded(name, SETS.userinfo);
      made.password = encoded(secret, SETS.userinfo);
      place = place.slice(at + 1);
    }
    const port = /:(\d*)$/.exec(place);
    if (port && !/\[[^\]]*$/.test(place.slice(0, port.index))) place = place.slice(0, port.index);
    else if (/:[^\]]*$/.test(place) && !place.startsWith("[")) return null;
    if (port && port[1] !== "") {
      if (+port[1] > 65535) return null;
      made.port = String(+port[1]) === SPECIAL[made.protocol] ? "" : String(+port[1]);
    }
    if (place === "" && (special || at >= 0 || port)) return null;
    made.host = place === "" ? "" : hostOf(place, special);
    if (made.host === null) return null;
    const [path] = withQuery(made, end < 0 ? "" : text.slice(end), special);
    made.pathname = path === "" ? (special ? "/" : "") : pathText(path.slice(1), special, false);
    return made;
  }
  function relative(made, text, base) {
    const special = isSpecial(made);
    const plain = special ? text.replace(/^[^?]*/, (part) => part.replace(/\\/g, "/")) : text;
    if (made.protocol === "file:" && plain.startsWith("/")) return fileUrl(made, plain, base);
    if (plain.startsWith("//")) return authority(made, plain.slice(2), special);
    Object.assign(made, { username: base.username, password: base.password, host: base.host, port: base.port });
    const [path] = withQuery(made, plain, special);
    if (path === "") {
      made.pathname = base.pathname;
      if (made.search === null) made.search = base.search;
    } else if (path.startsWith("/")) made.pathname = pathText(path.slice(1), special, made.protocol === "file:");
    else
      made.pathname = pathText(base.pathname.slice(1).replace(/[^/]*$/, "") + path, special, made.protocol === "file:");
    return made;
  }
  function urlText(record) {
    const login =
      record.username || record.password ? `${record.username}${record.password ? `:${record.password}` : ""}@` : "";
    const place = record.host === null ? "" : `//${login}${record.host}${record.port && `:${record.port}`}`;
    const guard = record.host === null && !record.opaque && record.pathname.startsWith("//") ? "/." : "";
    return `${record.protocol}${place}${guard}${record.pathname}${record.search === null ? "" : `?${record.search}`}${record.hash === null ? "" : `#${record.hash}`}`;
  }

  return { SPECIAL, SETS, encoded, isSpecial, hostOf, pathText, percentDecoded, parseUrl, urlText };
});
