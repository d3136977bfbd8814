"""The limiter's script in Redis: the arithmetic of `attio.core.limits.InProcessLimiter`, in microseconds.

A test holds both against each other. State of a key is one hash: for each lane `full` (when the latest place is
used up), `room`, `closed`, `slowed`, `slowing`, and `t`, the time of the latest call.
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

local function read(at)
  local state = {}
  local pairs_ = redis.call('HGETALL', at)
  for i = 1, #pairs_, 2 do
    state[pairs_[i]] = tonumber(pairs_[i + 1])
  end
  -- The clock of the server was set back, or another server took over: nobody waits for the old time.
  local back = (state.t or now) - now
  if back > 0 then
    for field, value in pairs(state) do
      if not string.find(field, ':slowing$') then
        state[field] = value - back
      end
    end
  end
  state.t = now
  return state
end

local function write(state)
  local fields = {}
  local last = now
  for field, value in pairs(state) do
    fields[#fields + 1] = field
    if string.find(field, ':slowing$') then
      fields[#fields + 1] = string.format('%.9f', value)
    else
      fields[#fields + 1] = string.format('%.0f', value)
      last = math.max(last, value)
    end
  end
  redis.call('HSET', place, unpack(fields))
  redis.call('PEXPIRE', place, math.ceil((last - now + RECOVERY) / 1000) + 60000)
end

local state = read(place)

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
  return math.max(full - lane.period * (lane.burst - 1), state[lane.name .. ':closed'] or NEVER)
end

if verb == 'bind' then
  for field, value in pairs(read(prefix .. 'at:' .. owner)) do
    state[field] = math.max(state[field] or NEVER, value)
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
  local lane = { name = ARGV[5], burst = tonumber(ARGV[6]), period = tonumber(ARGV[7]) }
  local closed, full = lane.name .. ':closed', lane.name .. ':full'
  local slowing = math.min(math.max(period(lane, now) / lane.period - 1, 0.25) * 2, MOST_SLOWING)
  state[lane.name .. ':slowing'] = slowing
  state[closed] = math.max(state[closed] or NEVER, now + wait)
  state[lane.name .. ':slowed'] = state[closed]
  state[full] = math.max(state[full] or NEVER, state[closed] + lane.period * (lane.burst - 1))
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
for i = 8, #ARGV, 4 do
  local lane = { name = ARGV[i], burst = tonumber(ARGV[i + 1]), period = tonumber(ARGV[i + 2]) }
  local floor = tonumber(ARGV[i + 3])
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
end
write(state)
return { math.ceil(at - now), 1, peers }
"""
