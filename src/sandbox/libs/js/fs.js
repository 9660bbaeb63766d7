// Postman bundles an empty object under this name.
(function () {
  "use strict";
  return {};
});
