//! File names, folders and media types.

use super::Draw;
use super::draw::{pick, several};
use super::prose::NOUNS;
use crate::world::World;

const FOLDERS: [&str; 12] = [
    "/bin", "/dev", "/etc", "/home", "/lib", "/media", "/mnt", "/opt", "/root", "/tmp", "/usr",
    "/var/log",
];
const COMMON_EXTENSIONS: [&str; 8] = ["doc", "gif", "html", "jpg", "mp3", "mp4", "pdf", "wav"];
const EXTENSIONS: [&str; 16] = [
    "bz2", "csv", "epub", "gv", "ics", "ini", "jar", "json", "ogx", "pm", "ppsx", "rtf", "sql",
    "tex", "xfdf", "zip",
];
const COMMON_TYPES: [&str; 5] = ["application", "audio", "image", "text", "video"];
const TYPES: [&str; 8] =
    ["application", "audio", "font", "image", "message", "model", "text", "video"];
const MEDIA_TYPES: [&str; 10] = [
    "application/json",
    "application/pdf",
    "application/zip",
    "audio/mpeg",
    "audio/ogg",
    "font/woff2",
    "image/png",
    "image/svg+xml",
    "text/csv",
    "video/mp4",
];

pub(super) const VARIABLES: &[(&str, Draw)] = &[
    ("$randomFileName", file_name),
    ("$randomCommonFileName", |world| {
        format!("{}.{}", stem(world), pick(world, &COMMON_EXTENSIONS))
    }),
    ("$randomFilePath", |world| format!("{}/{}", pick(world, &FOLDERS), file_name(world))),
    ("$randomDirectoryPath", |world| pick(world, &FOLDERS)),
    ("$randomMimeType", |world| pick(world, &MEDIA_TYPES)),
    ("$randomCommonFileType", |world| pick(world, &COMMON_TYPES)),
    ("$randomCommonFileExt", |world| pick(world, &COMMON_EXTENSIONS)),
    ("$randomFileType", |world| pick(world, &TYPES)),
    ("$randomFileExt", |world| pick(world, &EXTENSIONS)),
];

fn stem(world: &mut World) -> String {
    several(world, &NOUNS, (1, 3), "_")
}

fn file_name(world: &mut World) -> String {
    format!("{}.{}", stem(world), pick(world, &EXTENSIONS))
}
