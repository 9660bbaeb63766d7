// Not built in: each use is reported.
(function (load) {
  "use strict";
  return load("stub")("cheerio");
});
