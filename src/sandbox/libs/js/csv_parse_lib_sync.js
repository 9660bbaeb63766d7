// csv-parse/lib/sync 1.x: text to rows, or to objects with `columns`.
(function () {
  "use strict";
  function rowsOf(text, { delimiter, quote, escape, relax, comment }) {
    const rows = [];
    let row = [];
    let field = "";
    let wasQuoted = false;
    let inQuotes = false;
    let lines = 1;
    const endField = () => {
      row.push({ text: field, quoted: wasQuoted });
      field = "";
      wasQuoted = false;
    };
    const endRow = () => {
      endField();
      rows.push(row);
      row = [];
    };
    for (let i = 0; i < text.length; i++) {
      const c = text[i];
      if (c === "\n") lines++;
      if (inQuotes) {
        if (c === escape && text[i + 1] === quote) field += text[++i];
        else if (c === quote) inQuotes = false;
        else field += c;
      } else if (c === quote && field === "" && !wasQuoted) {
        inQuotes = wasQuoted = true;
      } else if (c === quote && !relax) {
        throw new Error(`Invalid opening quote at line ${lines}`);
      } else if (comment && row.length === 0 && field === "" && text.startsWith(comment, i)) {
        while (i + 1 < text.length && text[i + 1] !== "\n") i++;
        i++;
      } else if (text.startsWith(delimiter, i)) {
        endField();
        i += delimiter.length - 1;
      } else if (c === "\n" || c === "\r") {
        if (c === "\r" && text[i + 1] === "\n") i++;
        endRow();
      } else field += c;
    }
    if (inQuotes) throw new Error(`Quoted field not terminated at line ${lines}`);
    if (field !== "" || row.length || wasQuoted) endRow();
    return rows;
  }

  function cast(text, options) {
    if (options.auto_parse && /^-?\d+(\.\d+)?$/.test(text)) return parseFloat(text);
    if (options.auto_parse_date && !isNaN(Date.parse(text))) return new Date(text);
    return text;
  }

  return function parse(data, options) {
    const settings = { delimiter: ",", quote: '"', escape: '"', comment: "", ...options };
    let rows = rowsOf(`${data}`, settings);
    const trimmed = ({ text, quoted }) => {
      if (!quoted && (settings.trim || settings.ltrim)) text = text.replace(/^\s+/, "");
      if (!quoted && (settings.trim || settings.rtrim)) text = text.replace(/\s+$/, "");
      return text;
    };
    if (settings.skip_empty_lines) rows = rows.filter((row) => row.length > 1 || row[0].text !== "");
    let table = rows.map((row) => row.map(trimmed));
    let { columns } = settings;
    if (columns === true) columns = table.shift() || [];
    else if (typeof columns === "function") columns = columns(table.shift());
    const width = columns ? columns.length : table.length ? table[0].length : 0;
    // The synchronous form of this version stops quietly at a row of another length.
    const odd = settings.relax_column_count ? -1 : table.findIndex((row) => row.length !== width);
    if (odd >= 0) table = table.slice(0, odd);
    if (!columns) return table.map((row) => row.map((text) => cast(text, settings)));
    return table.map((row) => {
      const made = {};
      columns.forEach((name, at) => {
        if (name !== false && at < row.length) made[name] = cast(row[at], settings);
      });
      return made;
    });
  };
});
