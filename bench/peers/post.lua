-- wrk: the bodies of the file BODIES in turn; @@ in one becomes a number that no earlier request had.
local bodies, at, sent = {}, 0, 0
local unique = tonumber(os.getenv("UNIQUE") or "0")
for line in io.lines(os.getenv("BODIES")) do bodies[#bodies + 1] = line end
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Accept"] = "application/json"

request = function()
  at, sent = at % #bodies + 1, sent + 1
  return wrk.format(nil, nil, nil, (bodies[at]:gsub("@@", string.format("%d", unique + sent))))
end
