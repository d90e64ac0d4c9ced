-- Messages as Teams writes them, to wrk: each of another id; people and conversations in turn. Each run has conversations of its
-- own: one that another scene left in the middle of a form would be answered with the form. Arguments, in the environment:
-- WORDS (several divided by "|", one after the other within a conversation), CONNECTOR (empty: expectReplies), RUN (part of the
-- ids), PAUSE (milliseconds of each connection before each message).
local words, people, conversations = {}, { "101", "103" }, 64
for part in string.gmatch(os.getenv("WORDS"), "[^|]+") do words[#words + 1] = part end
local connector = os.getenv("CONNECTOR") or ""
local run = os.getenv("RUN") or "0"
local threads = 0
local pause = tonumber(os.getenv("PAUSE") or "0")

-- Not all connections at once: each waits about so long before each message.
if pause > 0 then
  function delay() return math.random(pause / 2, pause * 3 / 2) end
end

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

local sent = 0
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"

function request()
  local conversation = sent % conversations
  local said = words[math.floor(sent / conversations) % #words + 1]
  local person = "5a1e5b07-0000-4000-8000-000000000" .. people[conversation % #people + 1]
  local id = run .. "-" .. number .. "-" .. sent
  sent = sent + 1
  local mode = connector == "" and '"deliveryMode":"expectReplies",' or ""
  local url = connector == "" and "http://127.0.0.1:1/" or connector
  return wrk.format(nil, nil, nil, '{"type":"message","id":"' .. id .. '","timestamp":"2026-03-04T09:15:00.1234567Z",'
    .. '"localTimestamp":"2026-03-04T10:15:00.1234567+01:00","localTimezone":"Europe/Amsterdam","locale":"nl-NL","channelId":"msteams",' .. mode
    .. '"serviceUrl":"' .. url .. '","from":{"id":"29:' .. person .. '","name":"Somebody","aadObjectId":"' .. person .. '"},'
    .. '"recipient":{"id":"28:bot","name":"SalesBot"},"conversation":{"conversationType":"personal","tenantId":"5a1e5b07-0000-4000-8000-000000000001","id":"a:' .. run .. "-" .. number .. "-" .. conversation .. '"},'
    .. '"entities":[{"type":"clientInfo","locale":"nl-NL","country":"NL","platform":"iOS","timezone":"Europe/Amsterdam"}],'
    .. '"channelData":{"tenant":{"id":"5a1e5b07-0000-4000-8000-000000000001"}},"textFormat":"plain","text":"' .. said .. '"}')
end

local wrong = 0
function response(status)
  if status ~= 200 and status ~= 202 then wrong = wrong + 1 end
end

function done(summary, latency)
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
