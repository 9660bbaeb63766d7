//! The libraries that scripts use, as the prelude asks for them.

use std::cell::RefCell;
use std::rc::Rc;

use rquickjs::{Ctx, Object, Result};

use super::host::Host;
use super::libs::{self, Libraries};
use super::{Engine, crypto};

/// Gives the prelude's host object `module(name)` and `library(name)`, which make a library when it is
/// first asked for.
pub(super) fn add<'js>(
    ctx: &Ctx<'js>,
    object: &Object<'js>,
    host: &Rc<RefCell<Host>>,
    engine: Engine,
) -> Result<()> {
    let libraries = Libraries::install(ctx, &lent(host, engine), ctx.globals())?;
    object.set("module", libraries.finder()?)?;
    object.set("library", libraries.globals()?)
}

/// What the libraries may use of the sandbox.
fn lent(host: &Rc<RefCell<Host>>, engine: Engine) -> libs::Host {
    let (trace, watch) = {
        let host = host.borrow();
        (Rc::clone(&host.trace), Rc::clone(&host.watch))
    };
    let (warned, drawn) = (Rc::clone(host), Rc::clone(host));
    libs::Host {
        crypto: crypto::Host { trace, out_of_time: Rc::new(move || watch.is_over()) },
        engine,
        missing: Rc::new(move |library, member| {
            let name = [library, member].into_iter().filter(|part| !part.is_empty());
            warned.borrow_mut().missing(&name.collect::<Vec<_>>().join("."));
        }),
        random: Rc::new(move |bytes| drawn.borrow_mut().ids.fill(bytes)),
    }
}
