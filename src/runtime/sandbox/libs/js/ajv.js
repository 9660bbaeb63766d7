(function () { "use strict"; return {}; })
