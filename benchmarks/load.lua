-- What wrk sends: the lines of a file in turn. What it measured comes last, as a line of JSON.
-- wrk --script load.lua URL -- FILE [PAUSE]        # with a pause of so many milliseconds, on average, before each
local requests, turn = {}, 0

function init(arguments)
  local headers = {["Content-Type"] = "application/json"}
  for body in io.lines(arguments[1]) do
    requests[#requests + 1] = wrk.format("POST", nil, headers, body)
  end
  local pause = tonumber(arguments[2] or 0)
  if pause > 0 then -- wrk asks for it only where there is such a function
    function delay() return math.floor(2 * pause * math.random() + 0.5) end
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary, latency)
  local failed = summary.errors
  print(string.format(
    '{"requests": %d, "seconds": %f, "p50_ms": %f, "p99_ms": %f, "errors": %d}',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    failed.connect + failed.read + failed.write + failed.status + failed.timeout
  ))
end
