//% if enveloped
pm.test("HTTP status is 200", function () {
    pm.response.to.have.status(200);
});
//% else
pm.test("HTTP status says success", function () {
    pm.response.to.be.success;
});
//% endif

//% if not json
pm.test("the reply is a file, not an error", function () {
    pm.expect(pm.response.headers.get("Content-Type")).to.not.include("json");
});
//% elif enveloped
pm.test("Kraken reports no error", function () {
    pm.expect(pm.response.json().error).to.eql([]);
});

pm.test("the reply has a result", function () {
    pm.expect(pm.response.json()).to.have.property("result");
});
//% else
pm.test("the reply is a JSON object", function () {
    pm.expect(pm.response.json()).to.be.an("object");
});
//% endif
