// Reads the JUnit XML named on the command line as CI services do, and prints it as JSON.
import { readFileSync } from 'node:fs';
import { parse } from 'junit2json';

const report = await parse(readFileSync(process.argv[2], 'utf8'));
console.log(JSON.stringify(report));
