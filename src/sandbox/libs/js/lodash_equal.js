// lodash: deep equality.
(function (load, native, primordials) {
  "use strict";
  const { isArray } = primordials;
  const { tag } = load("lodash/types");

  return function build(_) {
    // Deep equality; `custom` may decide a pair, and `partial` lets the left side have more.
    function equal(left, right, custom, partial, seen) {
      if (custom) {
        const verdict = custom.call(undefined, left, right);
        if (verdict !== undefined) return !!verdict;
      }
      return equalWithin(left, right, custom, partial, seen);
    }
    function equalWithin(left, right, custom, partial, seen) {
      if (left === right) return true;
      if (left == null || right == null || (!_.isObjectLike(left) && !_.isObjectLike(right)))
        return left !== left && right !== right;
      return equalObjects(left, right, custom, partial, seen || new Map());
    }
    function equalObjects(left, right, custom, partial, seen) {
      const kind = _.isArguments(left) ? "Object" : tag(left);
      const other = _.isArguments(right) ? "Object" : tag(right);
      if (kind !== other) return false;
      switch (kind) {
        case "Boolean":
        case "Date":
        case "Number":
          return _.eq(+left, +right);
        case "Error":
          return left.name == right.name && left.message == right.message;
        case "RegExp":
        case "String":
          return left == `${right}`;
        case "Symbol":
          return Symbol.prototype.valueOf.call(left) === Symbol.prototype.valueOf.call(right);
        case "ArrayBuffer":
          return equalBytes(new Uint8Array(left), new Uint8Array(right));
        case "Promise":
        case "WeakMap":
        case "WeakSet":
          return false;
      }
      if (seen.has(left) && seen.has(right)) return seen.get(left) === right && seen.get(right) === left;
      seen.set(left, right);
      seen.set(right, left);
      const result = equalParts(left, right, kind, custom, partial, seen);
      seen.delete(left);
      seen.delete(right);
      return result;
    }
    function equalBytes(left, right) {
      if (left.length !== right.length) return false;
      for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
      return true;
    }
    function equalParts(left, right, kind, custom, partial, seen) {
      const pair = (a, b, key) => {
        const verdict = custom
          ? partial
            ? custom(b, a, key, right, left)
            : custom(a, b, key, left, right)
          : undefined;
        return verdict === undefined ? equalWithin(a, b, custom, partial, seen) : !!verdict;
      };
      if (kind === "Map") {
        if (left.size !== right.size && !(partial && right.size > left.size)) return false;
        return equalUnordered(
          [...left],
          [...right],
          (a, b) => equalWithin(a[0], b[0], custom, partial, seen) && equalWithin(a[1], b[1], custom, partial, seen),
        );
      }
      if (kind === "Set") {
        if (left.size !== right.size && !(partial && right.size > left.size)) return false;
        return equalUnordered([...left], [...right], (a, b) => equalWithin(a, b, custom, partial, seen));
      }
      if (isArray(left) || _.isTypedArray(left)) {
        if (left.length !== right.length && !(partial && right.length > left.length)) return false;
        if (partial) return equalUnordered([...left], [...right], (a, b) => pair(a, b, undefined));
        for (let i = 0; i < left.length; i++) if (!pair(left[i], right[i], i)) return false;
        return true;
      }
      const keys = ownEnumerable(left);
      const others = ownEnumerable(right);
      if (keys.length !== others.length && !partial) return false;
      for (const key of keys) {
        if (partial ? !(key in right) : !Object.prototype.hasOwnProperty.call(right, key)) return false;
      }
      for (const key of keys) if (!pair(left[key], right[key], key)) return false;
      if (partial || "constructor" in left === false || keys.includes("constructor")) return true;
      const a = left.constructor;
      const b = right.constructor;
      return (
        a === b ||
        !("constructor" in left && "constructor" in right) ||
        (typeof a === "function" && a instanceof a && typeof b === "function" && b instanceof b)
      );
    }
    function equalUnordered(left, right, same) {
      const free = right.slice();
      return left.every((a) => {
        const at = free.findIndex((b) => same(a, b));
        if (at < 0) return false;
        free.splice(at, 1);
        return true;
      });
    }
    function ownEnumerable(object) {
      const symbols = Object.getOwnPropertySymbols(object).filter((symbol) =>
        Object.prototype.propertyIsEnumerable.call(object, symbol),
      );
      return [..._.keys(object), ...symbols];
    }
    _.ownEnumerable = ownEnumerable;
    return equal;
  };
});
