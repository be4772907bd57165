//! As much of HTTP/1.1 as a static site needs: one thread for each connection, kept alive.
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;

/// A request line and its headers together may be this long.
const LONGEST: u64 = 16 * 1024;
const IDLE: Duration = Duration::from_secs(60);

#[derive(Debug, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    pub address: String,
    pub takes_brotli: bool,
    keeps_open: bool,
}

pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
    pub headers: Vec<(&'static str, String)>,
}

/// Answers until the process ends.
pub fn listen(listener: &TcpListener, answer: impl Fn(&Request) -> Answer + Send + Sync + 'static) {
    let answer = Arc::new(answer);
    for stream in listener.incoming().flatten() {
        let answer = Arc::clone(&answer);
        // A browser that goes away in the middle ends its own connection alone.
        std::thread::spawn(move || drop(converse(&stream, &*answer)));
    }
}

fn converse(stream: &TcpStream, answer: &dyn Fn(&Request) -> Answer) -> std::io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = read(&mut reader)? {
        write(stream, &request, &answer(&request))?;
        if !request.keeps_open {
            break;
        }
    }
    Ok(())
}

/// Nothing at the end of the connection, or when what came is not a request.
fn read(reader: &mut impl BufRead) -> std::io::Result<Option<Request>> {
    let mut lines = reader.take(LONGEST).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    let mut words = first.split(' ');
    let (Some(method), Some(address), Some("HTTP/1.1")) = (words.next(), words.next(), words.next()) else {
        return Ok(None);
    };
    // A body is not read, so after anything but GET and HEAD the connection ends.
    let bodiless = matches!(method, "GET" | "HEAD");
    let mut request =
        Request { method: method.into(), address: address.into(), takes_brotli: false, keeps_open: bodiless };
    for line in lines {
        let line = line?;
        match line.split_once(':') {
            Some((name, value)) => note(&mut request, name, value),
            None => return Ok(line.is_empty().then_some(request)),
        }
    }
    Ok(None)
}

fn note(request: &mut Request, name: &str, value: &str) {
    if name.eq_ignore_ascii_case("accept-encoding") {
        request.takes_brotli = value.split([',', ' ', ';']).any(|word| word == "br");
    } else if name.eq_ignore_ascii_case("connection") && value.trim().eq_ignore_ascii_case("close") {
        request.keeps_open = false;
    }
}

fn write(mut stream: &TcpStream, request: &Request, answer: &Answer) -> std::io::Result<()> {
    let mut head = format!("HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status));
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    let connection = if request.keeps_open { "keep-alive" } else { "close" };
    head.push_str(&format!("Content-Length: {}\r\nConnection: {connection}\r\n\r\n", answer.body.len()));
    let mut bytes = head.into_bytes();
    if request.method != "HEAD" {
        bytes.extend_from_slice(&answer.body);
    }
    stream.write_all(&bytes)
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        302 => "Found",
        405 => "Method Not Allowed",
        _ => "Not Found",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(text: &str) -> Option<Request> {
        read(&mut text.as_bytes()).unwrap_or(None)
    }

    #[test]
    fn two_requests_on_one_connection() {
        let mut text = "GET /a HTTP/1.1\r\nAccept-Encoding: gzip, br\r\n\r\nHEAD /b HTTP/1.1\r\n\r\n".as_bytes();
        let first = read(&mut text).unwrap_or(None);
        let second = read(&mut text).unwrap_or(None);
        assert!(first.is_some_and(|request| request.address == "/a" && request.takes_brotli && request.keeps_open));
        assert!(second.is_some_and(|request| request.method == "HEAD" && !request.takes_brotli));
    }

    #[test]
    fn the_connection_ends_when_asked_or_when_a_body_may_follow() {
        for text in ["GET / HTTP/1.1\r\nconnection: Close\r\n\r\n", "POST / HTTP/1.1\r\n\r\n"] {
            assert!(heard(text).is_some_and(|request| !request.keeps_open), "{text}");
        }
    }

    #[test]
    fn what_is_no_request_is_left() {
        let endless = format!("GET / HTTP/1.1\r\nx: {}", "y".repeat(20_000));
        for text in ["", "\r\n", "GET /", "GET / HTTP/1.1\r\nhost: a", "GET / HTTP/1.1\r\nnonsense\r\n\r\n", &endless] {
            assert_eq!(heard(text), None, "{text}");
        }
    }
}
