// Runs snippets in Postman's own sandboxes and prints what they yield.
//
// usage: node library-snippets.cjs SNIPPETS...
// prints {"newman": {snippet: result, ...}, "postman": {...}} for the sandbox inside Newman and the
// current one. `show.js` turns a result into text; our own sandbox uses the same file.
"use strict";

const fs = require("fs");
const path = require("path");

const SANDBOXES = {
  newman: "postman-runtime/node_modules/postman-sandbox",
  postman: "postman-sandbox",
};
const show = fs.readFileSync(path.join(__dirname, "../libraries/show.js"), "utf8").trim();

function snippetsOf(file) {
  const lines = fs.readFileSync(file, "utf8").split("\n");
  return lines.map((line) => line.trim()).filter((line) => line && !line.startsWith("//"));
}

function wrapped(snippet) {
  const body = snippet.startsWith("var ") ? snippet : `return (${snippet})`;
  return `${show}(function () { ${body}\n}, function (text) { pm.variables.set('shown', text); });`;
}

function run(context, snippet) {
  return new Promise((resolve) => {
    context.execute(wrapped(snippet), { timeout: 20000 }, (error, execution) => {
      if (error) return resolve(`not run: ${error.name}`);
      const shown = execution._variables.values.find((variable) => variable.key === "shown");
      resolve(shown ? shown.value : "nothing shown");
    });
  });
}

async function results(sandbox, snippets) {
  const module = require(path.join(__dirname, "node_modules", sandbox));
  const context = await new Promise((resolve, reject) => {
    module.createContext({}, (error, made) => (error ? reject(error) : resolve(made)));
  });
  context.on("console", () => {});
  context.on("error", () => {});
  const shown = {};
  for (const snippet of snippets) shown[snippet] = await run(context, snippet);
  context.dispose();
  return shown;
}

(async () => {
  const snippets = process.argv.slice(2).flatMap(snippetsOf);
  const all = {};
  for (const [engine, sandbox] of Object.entries(SANDBOXES)) {
    all[engine] = await results(sandbox, snippets);
  }
  // The sandboxes keep workers alive, so the process has to be ended once the text is out.
  process.stdout.write(`${JSON.stringify(all, null, 1)}\n`, () => process.exit(0));
})();
