// Checks collections with ajv, as a program of its own: `node ajv.mjs SCHEMA FOLDER`.
// All errors of a file are gathered, since that is what a report needs.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';

const [schema, folder] = process.argv.slice(2);
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));

let errors = 0;
const names = readdirSync(folder);
for (const name of names) {
  const text = readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, '');
  if (!validate(JSON.parse(text))) { errors += validate.errors.length; }
}
console.log(`${names.length} files, ${errors} errors`);
