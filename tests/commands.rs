//! Commands and their output as the README and `tests/cmd` show them.

#[test]
fn commands_print_what_is_shown() {
    let cases = trycmd::TestCases::new();
    cases.case("README.md").case("tests/cmd/*.md");
    cases.default_bin_name("countersign");
}
