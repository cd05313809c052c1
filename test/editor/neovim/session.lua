-- What somebody does in Neovim, and what they see. Run by a Neovim that has the documented configuration and a template
-- open; writes what it saw to the file that RESULT names, as JSON. Neovim 0.7 and later.

local seen = {}
local buffer = vim.api.nvim_get_current_buf()
local uri = vim.uri_from_bufnr(buffer)
-- The machine is shared with others.
local patience = 30000

local function finish(problem)
  seen.problem = problem
  vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.RESULT)
  vim.cmd("qall!")
end

local function client()
  local get = vim.lsp.get_clients or vim.lsp.get_active_clients
  for _, one in pairs(get()) do
    if one.name == "vmcs" and one.server_capabilities and next(one.server_capabilities) then return one end
  end
end

-- Calls `after` once `condition` holds; the editor goes on meanwhile.
local function wait_for(what, condition, after)
  local started = vim.loop.now()
  local timer = vim.loop.new_timer()
  timer:start(50, 50, vim.schedule_wrap(function()
    if timer:is_closing() then return end
    local holds = condition()
    if holds then
      timer:close()
      after(holds)
    elseif vim.loop.now() - started > patience then
      timer:close()
      finish("no " .. what)
    end
  end))
end

local function ask(method, line, character)
  local parameters = { textDocument = { uri = uri }, position = { line = line, character = character } }
  local answers = vim.lsp.buf_request_sync(buffer, method, parameters, patience) or {}
  for _, answer in pairs(answers) do return answer.result end
end

local function type_keys(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), "t", false)
end

local function see_completion()
  -- As documented: CTRL-X CTRL-O, on a line of its own at the end.
  type_keys("Go'/system/host<C-x><C-o>")
  wait_for("completion", function()
    local items = vim.fn.complete_info({ "items" }).items
    return #items > 0 and items
  end, function(items)
    seen.completion = vim.tbl_map(function(item) return item.abbr ~= "" and item.abbr or item.word end, items)
    finish()
  end)
end

local function see_diagnostics()
  vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { "'/system/name' = UNKNOWN;" })
  wait_for("diagnostic", function()
    local found = vim.diagnostic.get(buffer)
    return #found > 0 and found
  end, function(found)
    seen.diagnostics = vim.tbl_map(function(one)
      return { line = one.lnum, column = one.col, message = one.message, source = one.source }
    end, found)
    vim.api.nvim_buf_set_lines(buffer, -2, -1, false, {})
    see_completion()
  end)
end

wait_for("server", client, function(server)
  seen.filetype = vim.bo.filetype
  seen.root = server.config.root_dir
  seen.completes = server.server_capabilities.completionProvider ~= nil
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local start = line:find("vmcs/vm", 1, true)
    if start and not seen.definition then
      seen.definition = ask("textDocument/definition", number - 1, start)
      seen.hover = ask("textDocument/hover", number - 1, start)
    end
  end
  see_diagnostics()
end)
