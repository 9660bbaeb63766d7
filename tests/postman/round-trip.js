// Reads a collection with Postman's SDK and writes it again: node round-trip.js FROM TO
'use strict';

const fs = require('fs');
const { Collection } = require('postman-collection');

const [from, to] = process.argv.slice(2);
const collection = new Collection(JSON.parse(fs.readFileSync(from, 'utf8')));
fs.writeFileSync(to, JSON.stringify(collection.toJSON(), null, '\t'));
