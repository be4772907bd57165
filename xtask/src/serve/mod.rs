//! `cargo xtask serve`: shows `dist/` on a loopback address, as a good static host would.
mod answer;
mod http;
mod kind;

use crate::{Result, build, places};
use answer::Shop;
use std::net::TcpListener;
use std::path::PathBuf;

/// The same origin each time keeps what a person saved in the browser.
const PORT: u16 = 8765;

struct Options {
    port: Option<u16>,
    build: bool,
    base: String,
    folder: PathBuf,
    frame_ancestors: String,
}

pub fn run(arguments: &[String]) -> Result {
    let options = options(arguments)?;
    if options.build {
        build::if_needed()?;
    }
    if !options.folder.join("index.html").is_file() {
        return Err(format!("{} holds no site yet: run cargo xtask build", options.folder.display()));
    }
    let listener = bind(options.port)?;
    let port = listener.local_addr().map_or(0, |address| address.port());
    let shop = Shop::open(&options.folder, &options.base, &options.frame_ancestors)?;
    println!("Fitproof runs at http://127.0.0.1:{port}{} (Ctrl+C ends it)", options.base);
    http::listen(&listener, move |request| shop.answer(request));
    Ok(())
}

/// The asked port, else the usual one, else any that is free.
fn bind(port: Option<u16>) -> Result<TcpListener> {
    let open = |port: u16| TcpListener::bind(("127.0.0.1", port));
    match port {
        Some(port) => open(port),
        None => open(PORT).or_else(|_| open(0)),
    }
    .map_err(|error| format!("no server could be opened on the loopback address: {error}. Try another --port."))
}

fn options(arguments: &[String]) -> Result<Options> {
    let mut options =
        Options { port: None, build: true, base: "/".into(), folder: places::dist(), frame_ancestors: "*".into() };
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} needs a value"));
        match word.as_str() {
            "--no-build" => options.build = false,
            "--port" => options.port = Some(value()?.parse().map_err(|_| "--port takes 0 to 65535".to_owned())?),
            "--base" => options.base = format!("/{}/", value()?.trim_matches('/')).replace("//", "/"),
            "--dir" => options.folder = PathBuf::from(value()?),
            "--frame-ancestors" => options.frame_ancestors = value()?.clone(),
            other => return Err(format!("serve knows no {other}; see cargo xtask help")),
        }
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Result<Options> {
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        options(&words)
    }

    #[test]
    fn a_base_gets_its_slashes() -> Result {
        for (typed, meant) in [("a/b", "/a/b/"), ("/a/", "/a/"), ("/", "/")] {
            assert_eq!(read(&format!("--base {typed}"))?.base, meant);
        }
        Ok(())
    }

    #[test]
    fn faults_are_said() {
        for words in ["--port", "--port x", "--nothing"] {
            assert!(read(words).is_err(), "{words}");
        }
    }
}
