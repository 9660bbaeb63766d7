// Node's path for POSIX, from a working directory of `/`.
(function () {
  "use strict";
  function requireText(value) {
    if (typeof value !== "string") throw new TypeError("Arguments to path.join must be strings");
    return value;
  }

  function resolvedParts(parts, absolute) {
    const kept = [];
    for (const part of parts) {
      if (part === "" || part === ".") continue;
      if (part !== "..") kept.push(part);
      else if (kept.length && kept[kept.length - 1] !== "..") kept.pop();
      else if (!absolute) kept.push("..");
    }
    return kept;
  }

  function normalize(path) {
    const absolute = path.charAt(0) === "/";
    const trailing = path.slice(-1) === "/";
    let text = resolvedParts(path.split("/"), absolute).join("/");
    if (!text && !absolute) text = ".";
    if (text && trailing) text += "/";
    return (absolute ? "/" : "") + text;
  }

  const join = (...parts) => normalize(parts.filter((part) => requireText(part)).join("/"));

  function resolve(...parts) {
    let text = "";
    for (let i = parts.length - 1; i >= 0 && text.charAt(0) !== "/"; i--) {
      if (requireText(parts[i])) text = parts[i] + "/" + text;
    }
    return "/" + resolvedParts(text.split("/"), true).join("/");
  }

  function relative(from, to) {
    const left = resolve(from).split("/").filter(Boolean);
    const right = resolve(to).split("/").filter(Boolean);
    let shared = 0;
    while (shared < left.length && shared < right.length && left[shared] === right[shared]) shared++;
    return [...left.slice(shared).map(() => ".."), ...right.slice(shared)].join("/");
  }

  function withoutTrailing(path) {
    return path.length > 1 ? path.replace(/\/+$/, "") || "/" : path;
  }

  function dirname(path) {
    const text = withoutTrailing(path);
    const at = text.lastIndexOf("/");
    if (at < 0) return ".";
    return at === 0 ? "/" : withoutTrailing(text.slice(0, at));
  }

  function basename(path, extension) {
    const text = withoutTrailing(path);
    const name = text.slice(text.lastIndexOf("/") + 1);
    return extension && name !== extension && name.endsWith(extension) ? name.slice(0, -extension.length) : name;
  }

  function extname(path) {
    const name = basename(path);
    const at = name.lastIndexOf(".");
    return at <= 0 ? "" : name.slice(at);
  }

  return {
    resolve,
    normalize,
    isAbsolute: (path) => path.charAt(0) === "/",
    join,
    relative,
    sep: "/",
    delimiter: ":",
    dirname,
    basename,
    extname,
  };
});
