// Fixed answers: a script learns nothing about the machine that it runs on.
(function () {
  "use strict";
  return {
    endianness: () => "LE",
    hostname: () => "",
    loadavg: () => [],
    uptime: () => 0,
    freemem: () => Number.MAX_VALUE,
    totalmem: () => Number.MAX_VALUE,
    cpus: () => [],
    type: () => "Browser",
    release: () => "",
    getNetworkInterfaces: () => ({}),
    networkInterfaces: () => ({}),
    arch: () => "javascript",
    platform: () => "browser",
    tmpDir: () => "/tmp",
    tmpdir: () => "/tmp",
    homedir: () => "/",
    EOL: "\n",
  };
});
