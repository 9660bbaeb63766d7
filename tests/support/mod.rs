//! What tests of several kinds need: the program, the Node referees, folders to write in.

pub(crate) mod referees;
