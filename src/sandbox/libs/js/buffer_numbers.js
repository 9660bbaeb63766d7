// Buffer: numbers of fixed width, by way of a DataView.
(function (load, native, primordials) {
  "use strict";
  return function addNumbers(NodeBuffer, inRange, checkValue) {
    const WIDTHS = {
      Int8: 1,
      Uint8: 1,
      Int16: 2,
      Uint16: 2,
      Int32: 4,
      Uint32: 4,
      Float32: 4,
      Float64: 8,
      BigInt64: 8,
      BigUint64: 8,
    };
    const NODE_NAMES = {
      Uint8: ["UInt8", "Uint8"],
      Uint16: ["UInt16", "Uint16"],
      Uint32: ["UInt32", "Uint32"],
      Float32: ["Float"],
      Float64: ["Double"],
      BigUint64: ["BigUInt64", "BigUint64"],
    };
    const LIMITS = {
      Int8: [-128, 127],
      Uint8: [0, 255],
      Int16: [-32768, 32767],
      Uint16: [0, 65535],
      Int32: [-2147483648, 2147483647],
      Uint32: [0, 4294967295],
    };
    function defineNumber(type, width, order) {
      const little = order === "LE";
      const read = function (offset) {
        offset = inRange(this, offset, width);
        return new DataView(this.buffer, this.byteOffset, this.length)["get" + type](offset, little);
      };
      const write = function (value, offset) {
        offset = inRange(this, offset, width);
        if (LIMITS[type]) checkValue(value, LIMITS[type][0], LIMITS[type][1]);
        new DataView(this.buffer, this.byteOffset, this.length)["set" + type](offset, value, little);
        return offset + width;
      };
      for (const name of NODE_NAMES[type] || [type]) {
        primordials.defineProperty(NodeBuffer.prototype, `read${name}${order}`, {
          value: read,
          configurable: true,
          writable: true,
        });
        primordials.defineProperty(NodeBuffer.prototype, `write${name}${order}`, {
          value: write,
          configurable: true,
          writable: true,
        });
      }
    }
    for (const type in WIDTHS) {
      if (WIDTHS[type] === 1) defineNumber(type, 1, "");
      else for (const order of ["LE", "BE"]) defineNumber(type, WIDTHS[type], order);
    }
    for (const name of ["UIntLE", "UIntBE"]) {
      for (const verb of ["read", "write"]) {
        primordials.defineProperty(NodeBuffer.prototype, verb + name.replace("UI", "Ui"), {
          value: NodeBuffer.prototype[verb + name],
          configurable: true,
          writable: true,
        });
      }
    }
  };
});
