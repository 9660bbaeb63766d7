//! What scripts see and do, by behaviour.

mod basics;
mod limits;
mod observed;
