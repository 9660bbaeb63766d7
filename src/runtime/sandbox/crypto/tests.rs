use std::cell::RefCell;
use std::rc::Rc;

use rquickjs::{CatchResultExt, Context, Runtime};

use super::*;
use crate::runtime::sandbox::libs;

/// Runs a script with `CryptoJS` as a global; what it returns comes back as text, an exception
/// as its name and message.
fn run_traced(script: &str) -> (String, Vec<TracedCall>) {
    let runtime = Runtime::new().expect("memory for a runtime");
    let context = Context::full(&runtime).expect("memory for a context");
    let trace = Rc::new(RefCell::new(Trace::default()));
    let host = Host { trace: trace.clone(), out_of_time: Rc::new(|| false) };
    let result = context.with(|ctx| {
        let primordials = libs::primordials(&ctx).expect("the built-ins are there");
        let library = crypto_js(&ctx, &host, &primordials).catch(&ctx).expect("the layers load");
        ctx.globals().set("CryptoJS", library).expect("a global");
        let script = format!(
            "try {{ String((function () {{ {script} }})()) }} catch (e) {{ e.name + ': ' + e.message }}"
        );
        ctx.eval::<String, _>(script).catch(&ctx).expect("the script returns text")
    });
    let calls = trace.borrow_mut().take();
    (result, calls)
}

fn run(script: &str) -> String {
    run_traced(script).0
}

#[test]
fn hashes_as_published() {
    assert_eq!(run("return CryptoJS.MD5('abc')"), "900150983cd24fb0d6963f7d28e17f72");
    assert_eq!(run("return CryptoJS.SHA1('abc')"), "a9993e364706816aba3e25717850c26c9cd0d89d");
    assert_eq!(
        run("return CryptoJS.SHA256('abc')"),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    assert_eq!(run("return CryptoJS.RIPEMD160('abc')"), "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc");
}
