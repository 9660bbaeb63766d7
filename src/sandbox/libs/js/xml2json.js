// The global `xml2Json`: undefined for text that is no XML.
(function (load) {
  "use strict";
  return function xml2Json(text) {
    let found = {};
    const options = { explicitArray: false, async: false, trim: true, mergeAttrs: false };
    load("xml2js").parseString(text, options, (error, result) => {
      found = result;
    });
    return found;
  };
});
