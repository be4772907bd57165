//! Counts what the test runners themselves report, while their lines pass through.
use crate::Result;
use std::io::{BufRead, BufReader, Write};
use std::ops::AddAssign;
use std::process::{Command, Stdio};

#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
    /// Among those that passed: at the second try only.
    pub unsteady: usize,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.unsteady += other.unsteady;
    }
}

impl Tally {
    /// Reads a closing line of cargo's or Node's runner; any other line counts nothing.
    fn of_line(line: &str) -> Self {
        if let Some(counts) = line.trim().strip_prefix("test result: ") {
            let (passed, failed) = (before(counts, " passed"), before(counts, " failed"));
            return Self { passed, failed, ..Self::default() };
        }
        let mut words = line.trim_start_matches(['ℹ', '#']).split_whitespace();
        let marked = line.starts_with(['ℹ', '#']);
        match (marked, words.next(), words.next().and_then(|count| count.parse().ok()), words.next()) {
            (true, Some("pass"), Some(passed), None) => Self { passed, ..Self::default() },
            (true, Some("fail"), Some(failed), None) => Self { failed, ..Self::default() },
            _ => Self::default(),
        }
    }
}

fn before(text: &str, word: &str) -> usize {
    let head = text.split(word).next().unwrap_or_default();
    head.rsplit(' ').next().and_then(|count| count.parse().ok()).unwrap_or(0)
}

/// Runs a test command; an error says why it ended badly, the tally counts what ran before that.
pub fn count(command: &mut Command) -> (Tally, Result) {
    count_and(command, |_| ())
}

/// The same, with an ear for every line.
pub fn count_and(command: &mut Command, mut hear: impl FnMut(&str)) -> (Tally, Result) {
    let mut tally = Tally::default();
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = match command.stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) => return (tally, Err(format!("{name} could not start: {error}"))),
    };
    if let Some(output) = child.stdout.take() {
        let mut screen = std::io::stdout();
        for line in BufReader::new(output).split(b'\n').map_while(std::io::Result::ok) {
            let _ = screen.write_all(&line).and_then(|()| screen.write_all(b"\n")).and_then(|()| screen.flush());
            let line = String::from_utf8_lossy(&line);
            tally += Tally::of_line(&line);
            hear(&line);
        }
    }
    match child.wait() {
        Ok(status) if status.success() => (tally, Ok(())),
        Ok(status) => (tally, Err(format!("it ended with {status}"))),
        Err(error) => (tally, Err(format!("it was lost: {error}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn closing_lines_alone_count() {
        for (line, passed, failed) in [
            ("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured", 12, 0),
            ("test result: FAILED. 3 passed; 2 failed; 0 ignored", 3, 2),
            ("ℹ pass 7", 7, 0),
            ("# fail 2", 0, 2),
            ("# pass on to the next", 0, 0),
            ("pass 7", 0, 0),
            ("test it ... ok", 0, 0),
        ] {
            assert_eq!(Tally::of_line(line), Tally { passed, failed, unsteady: 0 }, "{line}");
        }
    }
}
