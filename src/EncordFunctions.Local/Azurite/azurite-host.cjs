// Runs Azurite inside this process and ends it with the process that started it.
// usage: node azurite-host.cjs <folder of node_modules> <data folder>
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const [installation, data] = process.argv.slice(2);
const pidFile = path.join(data, "azurite.pid");

// Once the parent is gone its end of the pipes is too; a failed write must not stop the flush to disk.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

// A terminal sends Ctrl+C, and its closing, to every process it holds. The parent still needs storage while it winds down.
process.on("SIGINT", () => {});
process.on("SIGHUP", () => {});

// Azurite asks to be told of SIGINT itself and would close at once; of all it asks for, only that is left out.
const once = process.once;
process.once = function (event, listener) {
  return event === "SIGINT" ? process : once.call(process, event, listener);
};

// Azurite listens for "shutdown" only after its last service is up; an end that comes earlier waits for that. Once a service is closed its
// data is on disk, but a request that came while it closed is never answered, and its connection would keep the process for ever.
let listening = false;
let ending = false;
let closed = 0;
const log = console.log;
console.log = (...line) => {
  log(...line);
  if (/successfully closed/.test(String(line[0])) && ++closed === 3) process.exit(0);
  if (!/Table service is successfully listening/.test(String(line[0]))) return;
  setImmediate(() => {
    listening = true;
    if (ending) shutdown();
  });
};

function shutdown() {
  if (process.listenerCount("message") > 0) process.emit("message", "shutdown");
  else setTimeout(shutdown, 20);
}

function end() {
  if (ending) return;
  ending = true;
  if (listening) shutdown();
}

process.on("SIGTERM", end);
process.stdin.on("end", end);
process.stdin.on("close", end);
process.stdin.on("error", end);
process.stdin.resume();

// The next host on this folder waits until this file is gone: by then every acknowledged write is on disk.
fs.mkdirSync(data, { recursive: true });
fs.writeFileSync(pidFile, String(process.pid));
process.on("exit", () => fs.rmSync(pidFile, { force: true }));

process.argv = [
  process.argv[0], "azurite",
  "--blobHost", "127.0.0.1", "--blobPort", "0",
  "--queueHost", "127.0.0.1", "--queuePort", "0",
  "--tableHost", "127.0.0.1", "--tablePort", "0",
  "--location", data,
  "--silent", "--skipApiVersionCheck", "--disableTelemetry",
];
require(path.join(installation, "node_modules", "azurite", "dist", "src", "azurite.js"));
