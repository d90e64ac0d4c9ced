// Holds the files of a Teams app package against Microsoft's schemas, with the npm packages of this folder.
// Standard input: {"manifest.json": {...}, "nl.json": {...}, ...}. Standard output: a JSON array of faults, "file: path message".
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const Ajv = require('ajv-draft-04');
const addFormats = require('ajv-formats');
const schemas = join(dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas', 'teams');

const files = JSON.parse(readFileSync(0, 'utf8'));
const version = files['manifest.json'].manifestVersion;

function check(schemaName) {
  // The schemas' patterns are not valid with the regular expressions' u flag, which Ajv sets unless told otherwise.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  return ajv.compile(JSON.parse(readFileSync(join(schemas, `v${version}`, schemaName), 'utf8')));
}

const manifest = check('MicrosoftTeams.schema.json');
const language = check('MicrosoftTeams.Localization.schema.json');
const faults = Object.entries(files).flatMap(([name, content]) => {
  const valid = name === 'manifest.json' ? manifest : language;
  return valid(content) ? [] : valid.errors.map(error => `${name}: ${error.instancePath} ${error.message}`);
});
process.stdout.write(JSON.stringify(faults));
