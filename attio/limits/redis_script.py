"""The limiter's script in Redis: the arithmetic of `attio.core.limits.InProcessLimiter`, in microseconds.

A test holds both against each other. State of a key is one hash: for each lane `full` (when the latest place is
used up), `room`, `closed`, `slowed`, `slowing`; `t`, the time of the latest call, and `n`, how many places were given.
For each lane there is a sorted set of when the latest requests went out.
"""

from __future__ import annotations

from typing import Final

SCRIPT: Final = """
local verb, prefix, owner = ARGV[1], ARGV[2], ARGV[3]
local TOLERANCE = 1000
local RECOVERY = 20000000
local MOST_SLOWING = 3
local ALIAS_MS = 7 * 24 * 3600 * 1000
local NEVER = -1e18
local EARLY, LATE = 1000, 20000

local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]

-- A token counts under its workspace once any process knows which that is.
local home = owner
if verb ~= 'bind' and string.sub(owner, 1, 6) == 'token:' then
  local known = redis.call('GET', prefix .. 'as:' .. owner)
  if known then
    redis.call('PEXPIRE', prefix .. 'as:' .. owner, ALIAS_MS)
    home = known
  end
elseif verb == 'bind' then
  home = ARGV[4]
end
local place = prefix .. 'at:' .. home

local function log_of(name, lane)
  return prefix .. 'to:' .. name .. ':' .. lane
end

-- Fields are times, but for these two.
local function is_time(field)
  return field ~= 'n' and not string.find(field, ':slowing$')
end

local function read(name)
  local state = {}
  local found = redis.call('HGETALL', prefix .. 'at:' .. name)
  for i = 1, #found, 2 do
    state[found[i]] = tonumber(found[i + 1])
  end
  -- The clock of the server was set back, or another server took over: nobody waits for the old time.
  local back = (state.t or now) - now
  if back > 0 then
    for field, value in pairs(state) do
      local lane = string.match(field, '^(.*):full$')
      if lane then
        redis.call('DEL', log_of(name, lane))
      end
      if is_time(field) then
        state[field] = value - back
      end
    end
  end
  state.t = now
  return state
end

local function integer(number)
  return string.format('%.0f', number)
end

local function write(state)
  local fields = {}
  local last = now
  for field, value in pairs(state) do
    fields[#fields + 1] = field
    if is_time(field) then
      fields[#fields + 1] = integer(value)
      last = math.max(last, value)
    else
      fields[#fields + 1] = string.format('%.9f', value)
    end
  end
  redis.call('HSET', place, unpack(fields))
  redis.call('PEXPIRE', place, math.ceil((last - now + RECOVERY) / 1000) + 60000)
end

local state = read(home)

-- What goes out at the same microsecond counts as often as it does.
local function note(lane, at)
  local log = log_of(home, lane.name)
  state.n = (state.n or 0) + 1
  redis.call('ZADD', log, integer(at), integer(state.n))
  redis.call('ZREMRANGEBYRANK', log, 0, -1 - lane.most)
  redis.call('PEXPIRE', log, math.ceil(math.max(at - now, 0) / 1000) + 60000)
end

local function period(lane, at)
  local slowing = state[lane.name .. ':slowing'] or 0
  if slowing == 0 then
    return lane.period
  end
  local left = 1 - math.max(0, at - (state[lane.name .. ':slowed'] or 0)) / RECOVERY
  if left <= 0 then
    state[lane.name .. ':slowing'] = 0
    return lane.period
  end
  return lane.period * (1 + slowing * left)
end

local function earliest(lane)
  local full = state[lane.name .. ':full'] or NEVER
  local at = math.max(full - lane.period * (lane.burst - 1), state[lane.name .. ':closed'] or NEVER)
  local log = log_of(home, lane.name)
  local found = redis.call('ZREVRANGE', log, lane.most - 1, lane.most - 1, 'WITHSCORES')
  if found[2] then
    at = math.max(at, found[2] + lane.window)
  end
  return at
end

local function lane_at(i)
  return {
    name = ARGV[i],
    burst = tonumber(ARGV[i + 1]),
    period = tonumber(ARGV[i + 2]),
    most = tonumber(ARGV[i + 3]),
    window = tonumber(ARGV[i + 4]),
  }
end

if verb == 'bind' then
  for field, value in pairs(read(owner)) do
    state[field] = math.max(state[field] or NEVER, value)
    local lane = string.match(field, '^(.*):full$')
    if lane then
      local log = redis.call('ZRANGE', log_of(owner, lane), 0, -1, 'WITHSCORES')
      for i = 1, #log, 2 do
        -- Another name: both counted from one.
        redis.call('ZADD', log_of(home, lane), log[i + 1], owner .. log[i])
      end
      redis.call('PEXPIRE', log_of(home, lane), 60000)
      redis.call('DEL', log_of(owner, lane))
    end
  end
  write(state)
  redis.call('DEL', prefix .. 'at:' .. owner)
  redis.call('SET', prefix .. 'as:' .. owner, home, 'PX', ALIAS_MS)
  return 1
end

if verb == 'hold' then
  local held = 0
  for i = 4, #ARGV do
    held = math.max(held, (state[ARGV[i] .. ':closed'] or NEVER) - now)
  end
  return math.ceil(held)
end

if verb == 'penalize' then
  local wait = tonumber(ARGV[4])
  local lane = lane_at(5)
  local closed, full = lane.name .. ':closed', lane.name .. ':full'
  local slowing = math.min(math.max(period(lane, now) / lane.period - 1, 0.25) * 2, MOST_SLOWING)
  state[lane.name .. ':slowing'] = slowing
  state[closed] = math.max(state[closed] or NEVER, now + wait)
  state[lane.name .. ':slowed'] = state[closed]
  state[full] = math.max(state[full] or NEVER, state[closed] + lane.period * (lane.burst - 1))
  write(state)
  return 1
end

if verb == 'late' then
  local due, by = now - ARGV[4], tonumber(ARGV[5])
  for i = 6, #ARGV, 5 do
    local lane = lane_at(i)
    local log = log_of(home, lane.name)
    local found = redis.call('ZRANGEBYSCORE', log, integer(due - EARLY), integer(due + LATE), 'LIMIT', 0, 1)
    if found[1] then
      redis.call('ZREM', log, found[1])
    end
    note(lane, due + by)
  end
  write(state)
  return 1
end

local max_wait, again, peer = tonumber(ARGV[4]), ARGV[5] == '1', ARGV[6]
local peers = 0
if peer ~= '' then
  local seen = prefix .. 'by:' .. home
  redis.call('ZADD', seen, string.format('%.0f', now), peer)
  redis.call('ZREMRANGEBYSCORE', seen, '-inf', string.format('%.0f', now - ARGV[7]))
  redis.call('PEXPIRE', seen, math.ceil(ARGV[7] / 1000))
  peers = redis.call('ZCARD', seen)
end

local lanes = {}
for i = 8, #ARGV, 6 do
  local lane = lane_at(i)
  local floor = tonumber(ARGV[i + 5])
  if floor > 0 then
    local full = lane.name .. ':full'
    state[full] = math.max(state[full] or NEVER, now + floor + lane.period * (lane.burst - 1))
  end
  lanes[#lanes + 1] = lane
end

local first = lanes[1]
local own = earliest(first)
local others = now
for i = 2, #lanes do
  others = math.max(others, earliest(lanes[i]))
end
local room = first.name .. ':room'
if #lanes > 1 and (own > others + TOLERANCE or (not again and (state[room] or NEVER) > others)) then
  local at = math.max(own, state[room] or NEVER, now)
  if max_wait < 0 or at - now <= max_wait then
    state[room] = at + period(first, at)
  end
  write(state)
  return { math.ceil(at - now), 0, peers }
end
local at = math.max(own, others)
if max_wait >= 0 and at - now > max_wait then
  write(state)
  return { math.ceil(at - now), 0, peers }
end
for i = 1, #lanes do
  local full = lanes[i].name .. ':full'
  state[full] = math.max(state[full] or NEVER, at) + period(lanes[i], at)
  note(lanes[i], at)
end
write(state)
return { math.ceil(at - now), 1, peers }
"""
