// Postman's `JSON`: it skips a byte order mark, and its errors say where the text goes wrong.
(function (kit) {
  'use strict';
  const SPACE = /[ \t\r\n]/;
  const LITERAL = /true|false|null/y;
  const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
  const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;

  // Walks the text until it stops being JSON, and throws the offset and the words for it.
  const walk = (text) => {
    let at = 0;
    const fail = (words, offset = at) => { throw { words, offset }; };
    const unexpected = () => (at < text.length ? fail(`Unexpected token '${text[at]}'`) : fail('Unexpected end of input'));
    const skip = () => { while (at < text.length && SPACE.test(text[at])) { at += 1; } };
    const take = (pattern) => {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match) { at += match[0].length; }
      return match !== null;
    };
    const string = () => {
      take(STRING);
      if (text[at] === '"') { at += 1; return; }
      if (text[at] < ' ') { fail('Unexpected control character'); }
      if (text[at] === '\\') { at += 1; }
      unexpected();
    };
    const list = (close, what, entry) => {
      at += 1;
      if (at === text.length && close === ']') { fail('No data, only a whitespace'); }
      skip();
      if (text[at] === close) { at += 1; return; }
      for (;;) {
        entry();
        skip();
        if (text[at] === close) { at += 1; return; }
        if (at === text.length && close === '}') { fail('Unexpected end of input', at + 1); }
        if (text[at] !== ',') { unexpected(); }
        at += 1;
        skip();
        if (text[at] === close) { fail(`Trailing comma in ${what}`); }
      }
    };
    const value = () => {
      skip();
      const start = at;
      if (text[at] === '"') { string(); }
      else if (text[at] === '[') { list(']', 'array', value); }
      else if (text[at] === '{') {
        list('}', 'object', () => {
          if (text[at] !== '"') { unexpected(); }
          string();
          skip();
          if (text[at] !== ':') { unexpected(); }
          at += 1;
          value();
        });
      } else if (text[at] === '-' && !take(NUMBER)) { fail('Bad numeric literal - "-"', start); }
      else if (at === start && !take(LITERAL) && !take(NUMBER)) { unexpected(); }
    };
    value();
    skip();
    if (at < text.length) { unexpected(); }
  };

  const fault = (text) => {
    try { walk(text); } catch (found) { return found; }
    return undefined;
  };

  const located = (text, { words, offset }) => {
    const before = text.slice(0, offset).split('\n');
    const row = before.length;
    const column = before[row - 1].length + 1 + Math.max(0, offset - text.length);
    const line = text.split('\n')[row - 1];
    const mark = ' '.repeat(Math.min(column - 1, line.length));
    return { row, column, message: `${words} at ${row}:${column}\n${line}\n${mark}^` };
  };

  const jsonError = (text, original) => {
    const error = new SyntaxError(kit.get(original, 'message', ''));
    if (text !== undefined) {
      const found = text ? fault(text) : { words: 'No data, empty input', offset: 0 };
      if (found) {
        const { row, column, message } = located(text, found);
        error.message = message;
        error.column = column;
        error.row = row;
      }
    } else { error.message = '"undefined" is not valid JSON'; }
    error.name = 'JSONError';
    return error;
  };

  return {
    parse(text, reviver) {
      const source = text === undefined ? undefined : String(text);
      try { return kit.parse(source && source.charCodeAt(0) === 0xfeff ? source.slice(1) : source, reviver || undefined); }
      catch (error) {
        if (!(error instanceof SyntaxError)) { throw error; }
        throw jsonError(source, error);
      }
    },
    stringify(...args) { return kit.stringify(...args); },
  };
})
