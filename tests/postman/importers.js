// Reads each collection named on the command line with Postman's SDK and with Bruno's importer, and
// prints as JSON what each of them found in it.
'use strict';

const fs = require('fs');
const sdk = require('postman-collection');
const { postmanToBruno } = require('@usebruno/converters');

const lines = (script) => (script ? script.split('\n').length : 0);

function seenByPostman(json) {
    const seen = { requests: 0, scripts: 0, scriptLines: 0, examples: 0 };
    const events = (owner) => owner.events.each((event) => {
        seen.scripts += 1;
        seen.scriptLines += lines(event.script.toSource());
    });
    const collection = new sdk.Collection(json);
    events(collection);
    collection.forEachItem((item) => {
        seen.requests += 1;
        seen.examples += item.responses.count();
        events(item);
    });
    return seen;
}

function seenByBruno(json) {
    const seen = { requests: 0, scripts: 0, scriptLines: 0, examples: 0 };
    const scripts = (request) => {
        for (const text of [request?.script?.req, request?.script?.res, request?.tests]) {
            if (text) {
                seen.scripts += 1;
                seen.scriptLines += lines(text);
            }
        }
    };
    const walk = (items) => items.forEach((item) => {
        if (item.type === 'folder') {
            walk(item.items);
        } else {
            seen.requests += 1;
            seen.examples += (item.examples || []).length;
            scripts(item.request);
        }
    });
    return Promise.resolve(postmanToBruno(json)).then(({ collection }) => {
        scripts(collection.root?.request);
        walk(collection.items);
        return seen;
    });
}

async function main() {
    const results = [];
    for (const path of process.argv.slice(2)) {
        const read = () => JSON.parse(fs.readFileSync(path, 'utf8'));
        results.push({ path, postman: seenByPostman(read()), bruno: await seenByBruno(read()) });
    }
    console.log(JSON.stringify(results));
}

main().catch((error) => {
    console.error(error);
    process.exit(1);
});
