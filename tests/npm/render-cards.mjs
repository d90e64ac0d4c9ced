// Reads cards from standard input, one JSON object a line, {"name","card"}, and lets Microsoft's own Adaptive Cards library
// parse and validate each. Elements newer than version 1.5 take their fallback first, as in a client that does not know them.
// Writes one line per card, {"name","events":[...]}.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const AdaptiveCards = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js");

const withFallbacks = (value) => {
  if (Array.isArray(value)) return value.map(withFallbacks);
  if (value === null || typeof value !== "object") return value;
  if (typeof value.type === "string" && value.type.startsWith("Chart.")) {
    if (value.fallback === undefined) throw new Error(`${value.type} has no fallback`);
    return withFallbacks(value.fallback);
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withFallbacks(inner)]));
};

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === "") continue;
  const { name, card: json } = JSON.parse(line);
  const card = new AdaptiveCards.AdaptiveCard();
  const context = new AdaptiveCards.SerializationContext();
  const events = [];
  try {
    card.parse(withFallbacks(json), context);
    for (let i = 0; i < context.eventCount; i++) events.push(context.getEventAt(i).message);
    for (const event of card.validateProperties().validationEvents) events.push(event.message);
    if (card.getItemCount() === 0) events.push("The card has no elements.");
  } catch (error) {
    events.push(String(error));
  }
  process.stdout.write(JSON.stringify({ name, events }) + "\n");
}
