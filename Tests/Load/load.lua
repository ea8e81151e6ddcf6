-- For wrk: sends the documents of a folder in turn, each time with another number where they hold the marker, and prints
-- what came back as one line of JSON.
local marker = "Marker0000"
local documents, threads = {}, {}

function setup(thread)
  thread:set("first", #threads * 100000)
  table.insert(threads, thread)
end

function init(arguments)
  statuses, number = {}, first
  local file = arguments[1] and io.open(arguments[1], "rb")
  body = file and file:read("*a")
end

function request()
  if not body then return wrk.format() end
  number = number + 1
  return wrk.format("POST", nil, nil, (body:gsub(marker, string.format("Marker%d", number))))
end

function response(status)
  statuses[status] = (statuses[status] or 0) + 1
end

function done(summary, latency)
  local counts = {}
  for _, thread in ipairs(threads) do
    for status, count in pairs(thread:get("statuses")) do counts[status] = (counts[status] or 0) + count end
  end
  local parts = {}
  for status, count in pairs(counts) do table.insert(parts, string.format('"%d":%d', status, count)) end
  local errors = summary.errors
  io.write(string.format(
    'JSON{"seconds":%f,"requests":%d,"p50_ms":%f,"p95_ms":%f,"p99_ms":%f,"max_ms":%f,"socket_errors":%d,"statuses":{%s}}\n',
    summary.duration / 1e6, summary.requests, latency:percentile(50) / 1e3, latency:percentile(95) / 1e3,
    latency:percentile(99) / 1e3, latency.max / 1e3, errors.connect + errors.read + errors.write + errors.timeout,
    table.concat(parts, ",")))
end
